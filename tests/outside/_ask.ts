/** Asks services outside, set up as the program is by its environment; prints a line of what came or why nothing did. */
import { createOutside } from '#outside/index.ts';
import { readConfig } from '#config/index.ts';
import { prepareOutgoing } from '../../src/main/outgoing.ts';
import { packageRoot } from '../_package.ts';
import { SHORT } from './_service.ts';

const { outgoing } = readConfig(process.env, packageRoot);
prepareOutgoing(outgoing);
const isPast = (host: string): boolean =>
  ['127.0.0.1', 'localhost'].includes(host) || host === (outgoing.noProxy ?? '');
const service = createOutside({
  hosts: ['service.test', 'localhost'],
  named: (process.env['NAMED'] ?? '').split(' ').filter((address) => address !== ''),
  isProxied: ({ hostname }) => outgoing.proxy !== undefined && !isPast(hostname),
  userAgent: 'attune-test',
}).service({ ...SHORT, silenceMs: 5_000, wholeMs: 5_000 });
for (const url of process.argv.slice(2)) {
  const line = await service.request({ url }).then(
    ({ status, body }) => `came: ${status} ${body.toString()}`,
    (thrown: Error) => `failed: ${thrown.message}`,
  );
  console.log(line);
}
