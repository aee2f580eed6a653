/** The kills of the short tests, fifty times each. */
import { test } from 'node:test';
import { killFetches, killImports } from './_kills.ts';

test('fifty imports killed at random moments lose nothing and leave nothing half done', () => killImports(50));
test('fifty fetches killed at random moments lose nothing and count nothing twice', () => killFetches(50));
