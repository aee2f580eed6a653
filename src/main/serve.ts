/** `attune serve`: everything up in order, the address printed, and down again in good order. */
import { join } from 'node:path';
import type { Config } from '#config/index.ts';
import { AppError } from '#model/index.ts';
import { createApp, ensureWebBuilt, listen } from '#server/index.ts';
import { bothHouses, singleHouse } from './houses.ts';
import { createLog } from './log.ts';
import { ensureSample } from './sample-house.ts';
import { serverRooms } from './server-rooms.ts';

export interface ServeOptions {
  readonly root: string;
  readonly version: string;
  readonly config: Config;
  /** The one house to serve; absent for the sample and home. */
  readonly folder: string | undefined;
}

/** Serves until TERM or INT. @returns the exit code. @throws AppError where it cannot start. */
export async function serve({ root, version, config, folder }: ServeOptions): Promise<number> {
  const stopped = nextStop();
  const log = createLog(config.logLevel, process.stdout);
  const say = (sentence: string): void => log.info(sentence);
  const webFolder = await ensureWebBuilt(root, () => say('Building the pages …'));
  if (folder === undefined) await ensureSample(root, join(config.dataFolder, 'sample'), new Date(), say);
  const onFailure = (error: Error): void =>
    log.error({ err: error }, 'The thread that brings papers fell over; it is started again.');
  const options = { config, say, root, version, doesJobs: true, onFailure };
  const houses =
    folder === undefined ? await bothHouses(config.dataFolder, options) : await singleHouse(folder, options);
  let address = config.publicUrl ?? '';
  const rooms = serverRooms(houses, { config, version, address: () => address });
  try {
    if (!config.isLoopback && !(await houses.homeHasPeople()))
      throw new AppError(
        'unusable_setting',
        `HOST is ${config.host}, which others can reach, and this house has nobody yet who could be asked to sign in. Start it once without HOST, open the link it prints at this machine, and make the first account; then set HOST again.`,
      );
    const listening = await listen(createApp({ rooms, webFolder, log }), config.host, config.port);
    houses.servedAt(listening.address);
    address = config.publicUrl ?? listening.address;
    say(
      `Attune is at ${listening.address} (${houses.house().kind === 'sample' ? 'the sample house' : houses.house().folder}).`,
    );
    const token = await houses.makeSetUp();
    if (token !== undefined)
      say(`To set up your own house, open ${address}/link#${token} (good once, at this machine).`);
    await stopped;
    say('Stopping.');
    await listening.stop();
  } finally {
    await houses.close();
  }
  return 0;
}

/** Settles at the first TERM or INT; a second one ends the process at once. */
function nextStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.once('SIGTERM', () => process.exit(1));
      process.once('SIGINT', () => process.exit(1));
      resolve();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}
