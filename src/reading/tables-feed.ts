/** The tables of what a reader asks of the feed, and of what it showed them, in the manner of the other tables of reading. */
import type { Generated } from 'kysely';
import type { CivilDate, RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { InterestKind, Stance } from './reader-profile.ts';

/** Who has no row has never said anything. */
interface ProfileTable {
  readonly account: AccountId;
  readonly places: number;
  /** Null where it is not paused. */
  readonly paused_at: number | null;
  /** The newest entry of the person's history at that moment, 0 where there was none. */
  readonly paused_as: number | null;
  readonly started_over_at: number | null;
  /** The newest entry of the person's history at that moment: what they thought until then counts no more. */
  readonly started_over_as: number | null;
  /** How often anything of the profile was changed; never goes back. */
  readonly changes: number;
}

interface LeftOutTable {
  readonly account: AccountId;
  /** Papers of that value are left out; with `only-language` those of all other languages are. */
  readonly what: 'type' | 'journal' | 'species' | 'only-language';
  readonly position: number;
  readonly value: string;
}

interface InterestTable {
  readonly account: AccountId;
  readonly position: number;
  readonly kind: InterestKind;
  readonly value: string;
}

interface StanceTable {
  readonly account: AccountId;
  /** One stem, or two with a blank between. */
  readonly term: string;
  readonly stance: Stance;
  readonly at: number;
}

interface TodayTable {
  readonly sequence: Generated<number>;
  readonly account: AccountId;
  readonly day: CivilDate;
  readonly opened_at: number;
  /** JSON. */
  readonly record: string;
}

/** What came to a day after it was opened. */
interface TodayChangeTable {
  readonly sequence: Generated<number>;
  readonly account: AccountId;
  readonly day: CivilDate;
  readonly at: number;
  /** JSON. */
  readonly change: string;
}

interface ShownTable {
  readonly account: AccountId;
  readonly paper: RecordId;
  /** On so many days. */
  readonly times: number;
  readonly last_day: CivilDate;
}

export interface FeedTables {
  readonly reading_profile: ProfileTable;
  readonly reading_left_out: LeftOutTable;
  readonly reading_interest: InterestTable;
  readonly reading_stance: StanceTable;
  readonly reading_today: TodayTable;
  readonly reading_today_change: TodayChangeTable;
  readonly reading_shown: ShownTable;
}
