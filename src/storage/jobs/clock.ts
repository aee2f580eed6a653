/** The one clock of jobs: the database's, so that every process of the house goes by the same. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** Milliseconds since 1970. */
export const NOW: RawBuilder<number> = sql<number>`cast(unixepoch('subsec') * 1000 as integer)`;
