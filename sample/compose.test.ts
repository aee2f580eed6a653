/** Holds the composed file to its script: the same facts and seed make the same papers, byte for byte. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { compose } from './compose.ts';

test('the script makes the composed papers again as they stand', () => {
  const { composed, fields } = compose();
  assert.ok(composed === readFileSync(new URL('composed.jsonl', import.meta.url), 'utf8'), 'run compose.ts again');
  assert.equal(fields, readFileSync(new URL('fields.json', import.meta.url), 'utf8'));
});

test('the composed papers stay below 900 kB', () => {
  assert.ok(statSync(new URL('composed.jsonl', import.meta.url)).size < 900_000);
});
