/** A house of made-up readers in a folder given, filled from a PubMed file and served on a port of this machine, for measurements. */
import { rmSync } from 'node:fs';
import { pino } from 'pino';
import type { ServingHouse } from '#bench/index.ts';
import type { Config } from '#config/index.ts';
import { importFiles, openLibrary } from '#library/index.ts';
import { createApp, ensureWebBuilt, listen } from '#server/index.ts';
import { makeHouseFolder } from './house-file.ts';
import { singleHouse } from './houses.ts';
import { serverRooms } from './server-rooms.ts';

const HOST = '127.0.0.1';

export interface BenchServingOptions {
  readonly root: string;
  readonly config: Config;
  readonly version: string;
  readonly say: (sentence: string) => void;
}

/**
 * The house is of the sample's kind, so that its people need no passwords.
 * @param folder new or empty.
 * @param file PubMed XML; it is taken away once its papers are in.
 */
export async function openBenchServing(
  folder: string,
  file: string,
  { root, config: given, version, say }: BenchServingOptions,
): Promise<ServingHouse> {
  // What this machine's own server is set to be, the measured one is not.
  const { publicUrl: _unused, ...config } = given;
  const webFolder = await ensureWebBuilt(root, () => say('Building the pages …'));
  makeHouseFolder(folder, 'sample');
  await fill(folder, file);
  const onFailure = (error: Error): void => say(error.message);
  const houses = await singleHouse(folder, { config, root, version, say, doesJobs: false, onFailure });
  try {
    let address = '';
    const rooms = serverRooms(houses, { config, version, address: () => address });
    const listening = await listen(createApp({ rooms, webFolder, log: pino({ level: 'silent' }) }), HOST, undefined);
    ({ address } = listening);
    const { people, reading } = houses.house();
    return {
      address,
      people,
      reading,
      async close() {
        await listening.stop();
        await houses.close();
      },
    };
  } catch (thrown) {
    await houses.close();
    throw thrown;
  }
}

async function fill(folder: string, file: string): Promise<void> {
  const library = await openLibrary(folder, { reading: 'here' });
  try {
    const { files } = await importFiles(library, [file], { withoutAbstracts: [] });
    const refused = files.find(({ error }) => error !== undefined);
    if (refused !== undefined) throw new Error(refused.error);
  } finally {
    await library.close();
  }
  rmSync(file);
}
