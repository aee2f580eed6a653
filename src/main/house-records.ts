/** What a server keeps of a house beside its papers: its people, and what they made of papers. One store for all of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OF_HOUSE } from '#config/index.ts';
import type { Config } from '#config/index.ts';
import { openPeople } from '#people/index.ts';
import type { FictionalPerson, People } from '#people/index.ts';
import { openReading } from '#reading/index.ts';
import type { Reading } from '#reading/index.ts';
import { openRecordStore } from '#storage/index.ts';
import type { RecordStore, RoomStore } from '#storage/index.ts';
import type { HouseFile } from './house-file.ts';

export interface HouseRecords {
  readonly store: RecordStore & RoomStore;
  readonly people: People;
  readonly reading: Reading;
  close(): void;
}

/**
 * @param root the package's folder, which holds the sample's people.
 * @throws AppError `storage_failed`, or `unusable_setting` where the environment says of the house what will not do.
 */
export async function openHouseRecords(
  folder: string,
  { kind }: Pick<HouseFile, 'kind'>,
  { config, root }: { readonly config: Config; readonly root: string },
): Promise<HouseRecords> {
  const store = await openRecordStore(folder);
  try {
    const reading = await openReading(store);
    const people = await openPeople(store, {
      // What the environment says is said of your house, never of the fictional one.
      fixed: kind === 'home' ? config.ofHouse : {},
      fixedNames: OF_HOUSE,
      walkIns: kind === 'sample',
      async onDelete(account) {
        await reading.erase(account);
        await store.jobs.forgetAsker(account);
      },
    });
    await people.walkIns?.ensure(cast(root));
    return { store, people, reading, close: () => store.close() };
  } catch (thrown) {
    store.close();
    throw thrown;
  }
}

function cast(root: string): FictionalPerson[] {
  const { people } = JSON.parse(readFileSync(join(root, 'sample', 'people.json'), 'utf8')) as {
    people: FictionalPerson[];
  };
  return people;
}
