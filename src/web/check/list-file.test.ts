/** Files as lists: what is text in one of its encodings, and what to do with the others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readList } from './list-file.ts';

const file = (name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]) => new File(parts, name);

test('text is read in the encodings that programs write', async () => {
  assert.deepEqual(await readList(file('a.txt', 'Müller A. Gehen.')), { text: 'Müller A. Gehen.' });
  assert.deepEqual(await readList(file('a.ris', new Uint8Array([77, 0xfc, 108, 108, 101, 114]))), { text: 'Müller' });
  const utf16 = new Uint8Array([0xff, 0xfe, ...[...'Müller'].flatMap((sign) => [sign.charCodeAt(0), 0])]);
  assert.deepEqual(await readList(file('a.csv', utf16)), { text: 'Müller' });
});

test('lines end alike, whichever machine wrote the file', async () => {
  assert.deepEqual(await readList(file('a.txt', 'One.\r\nTwo.\rThree.\n')), { text: 'One.\nTwo.\nThree.\n' });
});

test('what is no text says what to do instead', async () => {
  const wrong = async (name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]) => {
    const read = await readList(file(name, ...parts));
    return 'wrong' in read ? read.wrong : undefined;
  };
  assert.match((await wrong('refs.XLSX', 'PK')) ?? '', /“refs\.XLSX” is a spreadsheet\. Save the column .* as CSV/);
  assert.match((await wrong('refs.docx', 'PK')) ?? '', /Copy the references/);
  assert.match((await wrong('refs.dat', new Uint8Array([1, 0, 2]))) ?? '', /holds no text\. Export/);
  assert.match((await wrong('refs.txt', 'PK\u0003\u0004…')) ?? '', /holds no text/);
  assert.match((await wrong('refs.txt', ' \n')) ?? '', /is empty/);
  assert.match((await wrong('refs.txt', 'a'.repeat(400_001))) ?? '', /too long .* 400,000/);
  assert.match((await wrong('refs.txt', 'a'.repeat(1_600_001))) ?? '', /too long/);
});
