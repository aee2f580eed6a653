/** What figures depend on beside the program: the day and the machine. */
import { availableParallelism, cpus } from 'node:os';

export interface Machine {
  readonly date: string;
  readonly machine: { readonly cores: number; readonly cpu: string; readonly node: string };
}

export function thisMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: { cores: availableParallelism(), cpu: cpus()[0]?.model.trim() ?? 'unknown', node: process.version },
  };
}
