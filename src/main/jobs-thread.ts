/** Starts the thread that does a house's jobs, starts it again where it fell over, and stops it in good order. */
import { Worker } from 'node:worker_threads';
import type { JobsWorkerData } from './jobs-worker.ts';

const AGAIN_AFTER_MS = 5_000;
const PATIENCE_MS = 5_000;

export interface JobsThread {
  /** Lets what runs be given back, then ends the thread. */
  stop(): Promise<void>;
}

export function startJobsThread(data: JobsWorkerData, onFailure: (error: Error) => void): JobsThread {
  let worker: Worker | undefined;
  let again: NodeJS.Timeout | undefined;
  let isStopping = false;
  const begin = (): void => {
    worker = new Worker(new URL('./jobs-worker.ts', import.meta.url), { workerData: data });
    worker.on('error', (error) => {
      onFailure(error);
      if (!isStopping) again = setTimeout(begin, AGAIN_AFTER_MS);
    });
  };
  begin();
  return {
    async stop() {
      isStopping = true;
      clearTimeout(again);
      const running = worker;
      if (running === undefined || running.threadId === -1) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      const alarm = setTimeout(() => void running.terminate(), PATIENCE_MS);
      running.postMessage('stop');
      await ended;
      clearTimeout(alarm);
    },
  };
}
