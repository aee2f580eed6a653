/** The ranking thread: one call after the other, and between them the window kept as the library is and readers' whole orders. */
import { setImmediate as yieldToOthers, setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '#model/index.ts';
import { openLibrary } from '#library/index.ts';
import { Ranker } from './ranker.ts';
import type { RankerReply, RankerRequest } from './ranker-thread.ts';

/** How often it looks whether the library changed. */
const LOOK_EVERY_MS = 2_000;
const PAUSE_MS = 200;

const library = await openLibrary((workerData as { folder: string }).folder, { reading: 'here' });
const ranker = new Ranker(library);

parentPort?.on('message', (request: RankerRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});

for (;;) {
  await ranker.update();
  while (await ranker.refreshOne()) await yieldToOthers();
  // Whoever waits for a whole order is served soon; the library is looked at less often.
  for (let waited = 0; waited < LOOK_EVERY_MS && ranker.state().waiting === 0; waited += PAUSE_MS) await wait(PAUSE_MS);
}

async function answer({ number, call, parameters }: RankerRequest): Promise<RankerReply> {
  try {
    // The thread's front is typed by the same calls.
    const method = ranker[call] as (...given: readonly unknown[]) => unknown;
    return { number, value: await method.apply(ranker, [...parameters]) };
  } catch (thrown) {
    const { code, message } = toAppError(thrown);
    return { number, error: { code, message } };
  }
}
