/** A house as a server shows it: its library, and the records of its people. */
import { Feed } from '#app/index.ts';
import type { ServerHouse } from '#server/index.ts';
import type { HouseRecords } from './house-records.ts';
import { openHouseRecords } from './house-records.ts';
import { readHouseFile } from './house-file.ts';
import { openHouse } from './open-house.ts';
import type { OpenHouse, OpenHouseOptions } from './open-house.ts';

export interface ServedHouse extends OpenHouse, ServerHouse {
  readonly records: HouseRecords;
}

export interface ServedHouseOptions extends Omit<OpenHouseOptions, 'reading'> {
  readonly root: string;
}

/**
 * @param held the records, where they are open already; whoever opened them closes them.
 * @throws AppError as `openHouse` and `openHouseRecords`.
 */
export async function openServedHouse(
  folder: string,
  options: ServedHouseOptions,
  held?: HouseRecords,
): Promise<ServedHouse> {
  const house = await openHouse(folder, { ...options, reading: 'worker' });
  try {
    const { kind, id } = readHouseFile(house.folder) ?? { kind: house.kind, id: house.folder };
    const records = held ?? (await openHouseRecords(house.folder, { kind }, options));
    const feed = new Feed(house.folder, records.reading, house.papers);
    return {
      ...house,
      id,
      records,
      feed,
      people: records.people,
      reading: records.reading,
      async close() {
        await feed.close();
        await house.close();
        if (held === undefined) records.close();
      },
    };
  } catch (thrown) {
    await house.close();
    throw thrown;
  }
}
