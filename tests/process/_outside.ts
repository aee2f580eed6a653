/** Asks an address outside, set up as the program is by its environment; prints what came or why nothing did. */
import { readConfig } from '#config/index.ts';
import { prepareOutgoing } from '../../src/main/outgoing.ts';
import { packageRoot } from '../_package.ts';

prepareOutgoing(readConfig(process.env, packageRoot).outgoing);
try {
  const response = await fetch(process.argv[2] as string);
  console.log(`came: ${await response.text()}`);
} catch (thrown) {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  console.log(
    `failed: ${cause instanceof Error ? `${(cause as NodeJS.ErrnoException).code} ${cause.message}` : String(cause)}`,
  );
}
