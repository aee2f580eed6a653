/** The only entry: reads the configuration, builds the rooms, and hands them to the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  benchFeed,
  benchImport,
  benchReading,
  benchRelated,
  benchSearch,
  benchServe,
  benchWeb,
  simulate,
} from '#bench/index.ts';
import { runCli } from '#cli/index.ts';
import type { CliRooms, Terminal } from '#cli/index.ts';
import { readConfig } from '#config/index.ts';
import type { Config } from '#config/index.ts';
import { courtesy, paperDate } from '#library/index.ts';
import { toAppError } from '#model/index.ts';
import type { AppError } from '#model/index.ts';
import { openBenchHouse } from './bench-house.ts';
import { openBenchServing } from './bench-serving.ts';
import { openCliBring } from './cli-bring.ts';
import { openCliPeople } from './cli-people.ts';
import { examine } from './doctor/doctor.ts';
import { createLog } from './log.ts';
import { openHouse } from './open-house.ts';
import { prepareOutgoing } from './outgoing.ts';
import { ensureSample } from './sample-house.ts';
import { serve } from './serve.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const terminal: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  draw: (text) => process.stderr.write(text),
  isWatched: process.stderr.isTTY,
  columns: process.stderr.columns ?? 80,
};

function roomsOf(config: Config): CliRooms {
  return {
    version,
    openHouse: (folder, create) =>
      openHouse(folder ?? join(config.dataFolder, 'home'), { config, create, reading: 'here', say: terminal.err }),
    openBring: (folder, create) =>
      openCliBring(folder ?? join(config.dataFolder, 'home'), {
        config,
        version,
        create,
        say: terminal.err,
        onUnexpected: tellUnexpected,
      }),
    openPeople: (folder) =>
      openCliPeople(folder ?? join(config.dataFolder, 'home'), { config, root, linkBase: config.publicUrl }),
    makeSample: (folder) => ensureSample(root, folder ?? join(config.dataFolder, 'sample'), new Date(), terminal.err),
    examine: (folder) =>
      examine(folder ?? join(config.dataFolder, 'home'), { config, environment: process.env, now: new Date() }),
    serve: (folder) => serve({ root, version, config, folder }),
    benchWeb: () => benchWeb(root, terminal.err),
    benchImport: ({ peer, ...request }) =>
      benchImport({
        ...request,
        root,
        python: peer ? (process.env['ATTUNE_PEER_PYTHON'] ?? 'python3') : undefined,
        say: terminal.err,
      }),
    benchFeed: (request) =>
      benchFeed({ ...request, corpus: join(fixtures(), 'corpus', 'pmid_records.jsonl.gz'), say: terminal.err }),
    benchReading: (request) =>
      benchReading({
        ...request,
        say: terminal.err,
        open: () => openBenchHouse(root, { config, version, say: terminal.err }),
      }),
    benchRelated: ({ folder }) =>
      benchRelated({
        folder: folder ?? join(fixtures(), 'screening'),
        say: terminal.err,
      }),
    benchSearch: ({ folder, ...request }) =>
      benchSearch({
        ...request,
        say: terminal.err,
        open: () =>
          openHouse(folder ?? join(config.dataFolder, 'home'), {
            config,
            create: false,
            reading: 'worker',
            say: terminal.err,
          }),
      }),
    benchServe: (request) =>
      benchServe({
        ...request,
        corpus: join(fixtures(), 'corpus', 'pmid_records.jsonl.gz'),
        queries: join(fixtures(), 'search', 'queries-500.tsv'),
        say: terminal.err,
        open: (folder, file) => openBenchServing(folder, file, { root, config, version, say: terminal.err }),
      }),
    simulate: (request) => simulate({ ...request, say: terminal.err }),
    courtesy,
    paperDate,
  };
}

/** Where collections for measurements stand. */
function fixtures(): string {
  return process.env['ATTUNE_FIXTURES'] ?? join(root, '../shared/data');
}

function tellUnexpected(error: AppError): void {
  createLog('error', process.stderr).error({ err: error.cause }, 'unexpected');
}

async function main(): Promise<number> {
  try {
    const config = readConfig(process.env, root);
    prepareOutgoing(config.outgoing);
    return await runCli(process.argv.slice(2), roomsOf(config), terminal, tellUnexpected);
  } catch (thrown) {
    terminal.err(toAppError(thrown).message);
    return 1;
  }
}

// Whoever reads the output may stop reading, as `head` does; that is no failure. A disk that is full is one.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    if (stream === process.stdout) terminal.err(`The output could not be written: ${error.message}.`);
    process.exit(1);
  });

process.exitCode = await main();
