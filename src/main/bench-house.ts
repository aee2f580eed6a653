/** A sample house in a temporary folder, served inside this process, for measurements of what people do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { ReadHouse } from '#bench/index.ts';
import type { Config } from '#config/index.ts';
import { createApp, ensureWebBuilt } from '#server/index.ts';
import { singleHouse } from './houses.ts';
import { ensureSample } from './sample-house.ts';
import { serverRooms } from './server-rooms.ts';

const MOST_PAPERS = 2_000;

export async function openBenchHouse(
  root: string,
  {
    config,
    version,
    say,
  }: { readonly config: Config; readonly version: string; readonly say: (sentence: string) => void },
): Promise<ReadHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  const webFolder = await ensureWebBuilt(root, () => say('Building the pages …'));
  await ensureSample(root, join(folder, 'sample'), new Date(), say);
  const onFailure = (error: Error): void => say(error.message);
  const houses = await singleHouse(join(folder, 'sample'), { config, root, version, say, doesJobs: false, onFailure });
  const rooms = serverRooms(houses, { config, version, address: () => 'http://127.0.0.1:8080' });
  const app = createApp({ rooms, webFolder, log: pino({ level: 'silent' }) });
  const house = houses.house();
  const { hits } = await house.find({
    text: 'patients OR care OR ward OR trial',
    filters: {},
    sort: 'newest',
    page: 1,
    pageSize: MOST_PAPERS,
  });
  return {
    people: house.people,
    reading: house.reading,
    papers: hits.map(({ paper }) => paper.id),
    ask: async (path, { cookie, body } = {}) =>
      app.request(path, {
        headers: {
          host: '127.0.0.1:8080',
          ...(cookie === undefined ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      }),
    async close() {
      await houses.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
