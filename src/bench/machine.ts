/** What figures depend on beside the program: the day, the machine, and what else it does. */
import { availableParallelism, cpus, loadavg } from 'node:os';

export interface Machine {
  readonly date: string;
  readonly machine: {
    readonly cores: number;
    readonly cpu: string;
    readonly node: string;
    /** Programs that wanted to run in the last minute, this one included: above the cores, times come out too long. */
    readonly load: number;
  };
}

export function thisMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      cores: availableParallelism(),
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      node: process.version,
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    },
  };
}
