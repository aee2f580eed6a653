/** The two houses of a server, of which one is open: the sample, or yours. Nothing switches by itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#model/index.ts';
import type { HouseKind, ServerHouse } from '#server/index.ts';
import { openHouse } from './open-house.ts';
import type { OpenHouse, OpenHouseOptions } from './open-house.ts';

export interface Houses {
  house(): ServerHouse;
  other(): Promise<{ readonly kind: HouseKind; readonly papers: number } | undefined>;
  switchTo(kind: HouseKind): Promise<void>;
  close(): Promise<void>;
}

type Options = Omit<OpenHouseOptions, 'create' | 'reading'>;

/** One house alone, by its folder. */
export async function singleHouse(folder: string, options: Options): Promise<Houses> {
  const house = await openHouse(folder, { ...options, create: true, reading: 'worker' });
  return {
    house: () => house,
    other: async () => undefined,
    async switchTo() {
      throw new AppError('forbidden', 'This server was started for one house alone, with --data.');
    },
    close: () => house.close(),
  };
}

/**
 * Home where it holds a paper, else the sample; the other is one switch away.
 * A house that was opened stays open behind the other, so that whoever was asking it still gets an answer.
 */
export async function bothHouses(dataFolder: string, options: Options): Promise<Houses> {
  const folders: Record<HouseKind, string> = { sample: join(dataFolder, 'sample'), home: join(dataFolder, 'home') };
  const opened = new Map<HouseKind, OpenHouse>();
  const opening = async (kind: HouseKind): Promise<OpenHouse> => {
    const house =
      opened.get(kind) ?? (await openHouse(folders[kind], { ...options, create: kind === 'home', reading: 'worker' }));
    opened.set(kind, house);
    return house;
  };
  const papersIn = async (kind: HouseKind): Promise<number> =>
    (await opened.get(kind)?.state())?.papers ?? countPapers(folders[kind], options);

  let open = await opening((await papersIn('home')) > 0 ? 'home' : 'sample');
  let switching: Promise<void> = Promise.resolve();
  const change = async (kind: HouseKind): Promise<void> => {
    open = await opening(kind);
  };
  return {
    house: () => open,
    async other() {
      const kind = open.kind === 'home' ? 'sample' : 'home';
      return { kind, papers: await papersIn(kind) };
    },
    switchTo(kind) {
      switching = switching.catch(() => undefined).then(() => change(kind));
      return switching;
    },
    async close() {
      await switching.catch(() => undefined);
      for (const house of opened.values()) await house.close();
    },
  };
}

/** Zero where there is no house yet; looking makes none. */
async function countPapers(folder: string, options: Options): Promise<number> {
  if (!existsSync(join(folder, 'house.json'))) return 0;
  const house = await openHouse(folder, { ...options, create: false, reading: 'here' });
  try {
    return (await house.state()).papers;
  } finally {
    await house.close();
  }
}
