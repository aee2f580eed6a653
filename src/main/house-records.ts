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

const HOUR_MS = 3_600_000;
const TIDY_AT_HOUR = 3;

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
    const people = await openPeople(store, {
      // What the environment says is said of your house, never of the fictional one.
      fixed: kind === 'home' ? config.ofHouse : {},
      fixedNames: OF_HOUSE,
      walkIns: kind === 'sample',
      async onDelete(account, within) {
        await reading.erase(account, within);
        await store.jobs.forgetAsker(account, within);
      },
    });
    const reading = await openReading(store);
    await people.walkIns?.ensure(cast(root));
    const tidying = setInterval(() => void tidyAtNight(people, reading).catch(() => undefined), HOUR_MS).unref();
    return {
      store,
      people,
      reading,
      close() {
        clearInterval(tidying);
        store.close();
      },
    };
  } catch (thrown) {
    store.close();
    throw thrown;
  }
}

/** In the hour in which the fewest people write. What fails is done the next night, or when the house is opened. */
async function tidyAtNight(people: People, reading: Reading): Promise<void> {
  if ((await people.settings.hour()) === TIDY_AT_HOUR) await reading.tidy();
}

function cast(root: string): FictionalPerson[] {
  const { people } = JSON.parse(readFileSync(join(root, 'sample', 'people.json'), 'utf8')) as {
    people: FictionalPerson[];
  };
  return people;
}
