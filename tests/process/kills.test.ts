/** Whatever ends the program, what it had acknowledged stays; five rounds here, fifty in the long tests. */
import { test } from 'node:test';
import { killFetches, killImports } from './_kills.ts';

test('five imports killed at random moments lose nothing and leave nothing half done', () => killImports(5));
test('five fetches killed at random moments lose nothing and count nothing twice', () => killFetches(5));
