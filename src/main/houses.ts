/** The two houses of a server, of which one is open: the sample, or yours. Nothing switches by itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadableStream } from 'node:stream/web';
import { AppError } from '#model/index.ts';
import type { HouseKind, ServerHouse } from '#server/index.ts';
import type { Bring, SentFile } from '#app/index.ts';
import { startHomeJobs } from './home-jobs.ts';
import type { HomeJobs, HomeJobsOptions } from './home-jobs.ts';
import { receiveFile } from './inbox.ts';
import { openHouse } from './open-house.ts';
import type { OpenHouse, OpenHouseOptions } from './open-house.ts';
import { ServingLocks } from './serving-lock.ts';

export interface Houses {
  house(): ServerHouse;
  other(): Promise<{ readonly kind: HouseKind; readonly papers: number } | undefined>;
  switchTo(kind: HouseKind): Promise<void>;
  readonly bringing: Bringing;
  /** Notes where this server is, for whoever tries to serve the same house. */
  servedAt(address: string): void;
  close(): Promise<void>;
}

/** Bringing papers into your house, whichever of the two is open. */
export interface Bringing {
  /** Undefined where your house is not made yet: looking makes none. */
  look(): Promise<Bring | undefined>;
  /** Makes your house where there is none. @throws AppError `conflict` where the server shows a sample alone. */
  open(): Promise<Bring>;
  receive(name: string, body: ReadableStream<Uint8Array>): Promise<SentFile>;
  /** Papers in your house. */
  papers(): Promise<number>;
}

type Options = Omit<OpenHouseOptions, 'create' | 'reading'> & Omit<HomeJobsOptions, 'config'>;

const LOOK_FOR_HOME_MS = 10_000;

/** One house alone, by its folder. */
export async function singleHouse(folder: string, options: Options): Promise<Houses> {
  const house = await openHouse(folder, { ...options, create: true, reading: 'worker' });
  const locks = new ServingLocks();
  locks.take(house.folder);
  const jobs = house.kind === 'home' ? await startHomeJobs(house.folder, options) : undefined;
  const opened = async (): Promise<Bring> => {
    if (jobs !== undefined) return jobs.bring;
    throw new AppError(
      'conflict',
      'This server shows the sample alone, and real papers never go among the fictional ones. Start Attune with npm start to have a house of your own beside it.',
    );
  };
  return {
    house: () => house,
    other: async () => undefined,
    async switchTo() {
      throw new AppError('forbidden', 'This server was started for one house alone, with --data.');
    },
    bringing: {
      look: async () => jobs?.bring,
      open: opened,
      receive: async (name, body) => {
        await opened();
        return receiveFile(house.folder, name, body);
      },
      papers: async () => (jobs === undefined ? 0 : (await house.state()).papers),
    },
    servedAt: (address) => locks.at(address),
    async close() {
      await jobs?.close();
      await house.close();
      locks.release();
    },
  };
}

/**
 * Home where it holds a paper, else the sample; the other is one switch away.
 * A house that was opened stays open behind the other, so that whoever was asking it still gets an answer.
 */
export async function bothHouses(dataFolder: string, options: Options): Promise<Houses> {
  const folders: Record<HouseKind, string> = { sample: join(dataFolder, 'sample'), home: join(dataFolder, 'home') };
  const opened = new Map<HouseKind, Promise<OpenHouse>>();
  const locks = new ServingLocks();
  const openServed = async (kind: HouseKind): Promise<OpenHouse> => {
    const house = await openHouse(folders[kind], { ...options, create: kind === 'home', reading: 'worker' });
    locks.take(house.folder);
    return house;
  };
  const opening = (kind: HouseKind): Promise<OpenHouse> => once(opened, kind, () => openServed(kind));
  const working = new Map<'home', Promise<HomeJobs>>();
  const startJobs = async (): Promise<HomeJobs> => startHomeJobs((await opening('home')).folder, options);
  const jobs = (): Promise<HomeJobs> => once(working, 'home', startJobs);
  const isHomeMade = (): boolean => existsSync(join(folders.home, 'house.json'));
  const papersIn = async (kind: HouseKind): Promise<number> =>
    (await (await opened.get(kind))?.state())?.papers ?? countPapers(folders[kind], options);

  let open = await opening((await papersIn('home')) > 0 ? 'home' : 'sample');
  let switching: Promise<void> = Promise.resolve();
  const change = async (kind: HouseKind): Promise<void> => {
    open = await opening(kind);
  };
  if (isHomeMade()) await jobs();
  // A command may make your house while the server runs; what it is to keep current is this server's work.
  const lookingForHome = setInterval(() => {
    if (isHomeMade()) void jobs().catch(() => undefined);
  }, LOOK_FOR_HOME_MS).unref();
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
    bringing: {
      look: async () => (isHomeMade() ? (await jobs()).bring : undefined),
      open: async () => (await jobs()).bring,
      receive: async (name, body) => {
        await jobs();
        return receiveFile((await opening('home')).folder, name, body);
      },
      papers: () => papersIn('home'),
    },
    servedAt: (address) => locks.at(address),
    async close() {
      clearInterval(lookingForHome);
      await switching.catch(() => undefined);
      for (const each of [...working.values(), ...opened.values()]) await (await each.catch(() => undefined))?.close();
      locks.release();
    },
  };
}

/** What is made once, however many ask for it at the same time; what could not be made is tried again. */
function once<K, T>(made: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const making = make();
  made.set(key, making);
  making.catch(() => made.delete(key));
  return making;
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
