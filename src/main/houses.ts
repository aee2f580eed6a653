/** The two houses of a server, of which one is open: the sample, or yours. Nothing switches by itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadableStream } from 'node:stream/web';
import { AppError } from '#model/index.ts';
import type { HouseKind, ServerHouse } from '#server/index.ts';
import type { Bring, SentFile } from '#app/index.ts';
import type { LibraryState } from '#library/index.ts';
import { startHomeJobs } from './home-jobs.ts';
import type { HomeJobs, HomeJobsOptions } from './home-jobs.ts';
import { receiveFile } from './inbox.ts';
import { LIBRARY_FILE, makeHouseFolder, readHouseFile } from './house-file.ts';
import { openHouseRecords } from './house-records.ts';
import { openHouse } from './open-house.ts';
import { openServedHouse } from './served-house.ts';
import type { ServedHouse, ServedHouseOptions } from './served-house.ts';
import { ServingLocks } from './serving-lock.ts';

export interface Houses {
  house(): ServerHouse;
  other(): Promise<{ readonly kind: HouseKind; readonly papers: number } | undefined>;
  switchTo(kind: HouseKind): Promise<void>;
  readonly bringing: Bringing;
  /** Whether your house has a person, whichever house is open. */
  homeHasPeople(): Promise<boolean>;
  /** Your house, whichever is open. @throws AppError `conflict` where the server shows a sample alone. */
  home(): Promise<ServerHouse>;
  /** The one-time link's token for the first account of your house; undefined where it has one, or is none of this server's. */
  makeSetUp(): Promise<string | undefined>;
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

type Options = Omit<ServedHouseOptions, 'create'> & Omit<HomeJobsOptions, 'config'>;

const LOOK_FOR_HOME_MS = 10_000;

/** One house alone, by its folder. */
export async function singleHouse(folder: string, options: Options): Promise<Houses> {
  const house = await openServedHouse(folder, { ...options, create: true });
  const { store, people } = house.records;
  const locks = new ServingLocks();
  const isHome = house.kind === 'home';
  locks.take(house.folder);
  const jobs = isHome ? await startHomeJobs(house.folder, store, options) : undefined;
  const mustBeHome = (): void => {
    if (!isHome)
      throw new AppError(
        'conflict',
        'This server shows the sample alone, and real papers never go among the fictional ones. Start Attune with npm start to have a house of your own beside it.',
      );
  };
  const opened = async (): Promise<Bring> => {
    mustBeHome();
    return (jobs as HomeJobs).bring;
  };
  return {
    house: () => house,
    other: async () => undefined,
    async switchTo(kind) {
      if (kind !== house.kind)
        throw new AppError('forbidden', 'This server was started for one house alone, with --data.');
    },
    bringing: {
      look: async () => jobs?.bring,
      open: opened,
      receive: async (name, body) => {
        mustBeHome();
        return receiveFile(house.folder, name, body);
      },
      papers: async () => (isHome ? (await house.state()).papers : 0),
    },
    homeHasPeople: async () => isHome && people.accounts.hasAny(),
    async home() {
      mustBeHome();
      return house;
    },
    makeSetUp: async () => (isHome ? (await people.links.makeSetUp())?.token : undefined),
    servedAt: (address) => locks.at(address),
    async close() {
      await jobs?.close();
      await house.close();
      locks.release();
    },
  };
}

/**
 * Home where it holds a person or a paper, else the sample; the other is one switch away as long as home has no person.
 * A house that was opened stays open behind the other, so that whoever was asking it still gets an answer.
 */
export async function bothHouses(dataFolder: string, options: Options): Promise<Houses> {
  const folders: Record<HouseKind, string> = { sample: join(dataFolder, 'sample'), home: join(dataFolder, 'home') };
  if (readHouseFile(folders.home) === undefined) makeHouseFolder(folders.home, 'home');
  const records = await openHouseRecords(folders.home, { kind: 'home' }, options);
  const { people } = records;
  const opened = new Map<HouseKind, Promise<ServedHouse>>();
  const locks = new ServingLocks();
  const openServed = async (kind: HouseKind): Promise<ServedHouse> => {
    const isHome = kind === 'home';
    const house = await openServedHouse(folders[kind], { ...options, create: isHome }, isHome ? records : undefined);
    locks.take(house.folder);
    return house;
  };
  const opening = (kind: HouseKind): Promise<ServedHouse> => once(opened, kind, () => openServed(kind));
  const working = new Map<'home', Promise<HomeJobs>>();
  const startJobs = async (): Promise<HomeJobs> =>
    startHomeJobs((await opening('home')).folder, records.store, options);
  const jobs = (): Promise<HomeJobs> => once(working, 'home', startJobs);
  const hasLibrary = (kind: HouseKind): boolean => existsSync(join(folders[kind], LIBRARY_FILE));
  const papersIn = async (kind: HouseKind): Promise<number> => {
    const state = (await opened.get(kind))?.state() ?? (hasLibrary(kind) ? stateOf(folders[kind], options) : undefined);
    return (await state)?.papers ?? 0;
  };
  const isHomeInUse = async (): Promise<boolean> => (await people.accounts.hasAny()) || (await papersIn('home')) > 0;

  let open: ServedHouse;
  try {
    open = await opening((await isHomeInUse()) ? 'home' : 'sample');
  } catch (thrown) {
    records.close();
    throw thrown;
  }
  let switching: Promise<void> = Promise.resolve();
  const change = async (kind: HouseKind): Promise<void> => {
    open = await opening(kind);
  };
  if (hasLibrary('home')) await jobs();
  // A command may bring papers while the server runs; what it is to keep current is this server's work.
  const lookingForHome = setInterval(() => {
    if (hasLibrary('home')) void jobs().catch(() => undefined);
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
      look: async () => (hasLibrary('home') ? (await jobs()).bring : undefined),
      open: async () => (await jobs()).bring,
      receive: async (name, body) => {
        await jobs();
        return receiveFile((await opening('home')).folder, name, body);
      },
      papers: () => papersIn('home'),
    },
    homeHasPeople: () => people.accounts.hasAny(),
    home: () => opening('home'),
    makeSetUp: async () => (await people.links.makeSetUp())?.token,
    servedAt: (address) => locks.at(address),
    async close() {
      clearInterval(lookingForHome);
      await switching.catch(() => undefined);
      for (const each of [...working.values(), ...opened.values()]) await (await each.catch(() => undefined))?.close();
      records.close();
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

/** Of a house that is not open, by opening it for the question. */
async function stateOf(folder: string, options: Options): Promise<LibraryState> {
  const house = await openHouse(folder, { ...options, create: false, reading: 'here' });
  try {
    return await house.state();
  } finally {
    await house.close();
  }
}
