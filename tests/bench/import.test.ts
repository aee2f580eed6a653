/** The measurement of an import as a program: what it counts, what it prints, and what it says where something is missing. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { attune, temporaryFolder } from '../_server.ts';
import { writeMadeUpFile } from './_made-up-file.ts';

const scratch = temporaryFolder();
after(() => scratch.remove());
const file = writeMadeUpFile(scratch.path);
/** Where the program puts what it makes for the while. */
const room = mkdtempSync(join(scratch.path, 'room-'));
const environment = { ATTUNE_DATA: join(scratch.path, 'data'), TMPDIR: room };

/** The parts of the document that the tests look at. */
interface Document {
  readonly mb: number;
  readonly records: number;
  readonly unreadable: number;
  readonly passes: number;
  readonly mbPerCpuSecond: number;
  readonly recordsPerCpuSecond: number;
  readonly peakRssMb: number;
  readonly index: { readonly records: number; readonly recordsPerCpuSecond: number };
  readonly long?: { readonly times: number; readonly records: number; readonly peakRssMb: number };
  readonly peer?: {
    readonly mbPerCpuSecond: number;
    readonly input: { readonly records: number; readonly leftOut: object };
    readonly stoppedBy: object;
  };
  readonly ratioPeer?: number;
  readonly peerMissing?: string;
}

test('an import is measured part by part, and a peer that is not there is named', async () => {
  const ran = await attune(
    ['bench', 'import', file, '--megabytes', '0.1', '--times', '3', '--peer', 'pubmed_parser', '--json'],
    { ...environment, ATTUNE_PEER_PYTHON: join(scratch.path, 'no-python') },
  );
  assert.equal(ran.code, 0, ran.err);
  const said = JSON.parse(ran.out) as Document;
  assert.deepEqual([said.records, said.unreadable, said.index.records], [7, 1, 6]);
  assert.deepEqual([said.long?.times, said.long?.records], [3, 21]);
  assert.ok(said.mb > 0.002 && said.mb < 0.01, `${said.mb} MB`);
  assert.ok(said.passes * said.mb >= 0.1, `${said.passes} passes`);
  for (const rate of [said.mbPerCpuSecond, said.recordsPerCpuSecond, said.index.recordsPerCpuSecond])
    assert.ok(rate > 0);
  for (const memory of [said.peakRssMb, said.long?.peakRssMb ?? 0])
    assert.ok(memory > 20 && memory < 400, `${memory} MB`);
  assert.deepEqual([said.peer, said.ratioPeer], [undefined, undefined]);
  assert.match(String(said.peerMissing), /no-python has no pubmed_parser.*ATTUNE_PEER_PYTHON/);
  assert.ok(ran.err.includes(String(said.peerMissing)));
  assert.deepEqual(readdirSync(room), []);
});

const python = process.env['ATTUNE_PEER_PYTHON'];
const noPeer = python === undefined && 'needs a Python with pubmed_parser in ATTUNE_PEER_PYTHON';

test('both programs read the articles that both can read', { skip: noPeer }, async () => {
  const ran = await attune(
    ['bench', 'import', file, '--megabytes', '0.1', '--rounds', '1', '--peer', 'pubmed_parser', '--json'],
    { ...environment, ATTUNE_PEER_PYTHON: String(python) },
  );
  assert.equal(ran.code, 0, ran.err);
  const { peer, ratioPeer } = JSON.parse(ran.out) as Document;
  assert.equal(peer?.input.records, 4);
  assert.deepEqual(peer.input.leftOut, { books: 1, deletions: 1, unreadable: 1, stops: 1 });
  assert.deepEqual(peer.stoppedBy, { IndexError: 1 });
  assert.ok(peer.mbPerCpuSecond > 0 && Number(ratioPeer) > 0);
});

const WRONG: readonly (readonly [what: string, name: string, sentence: RegExp])[] = [
  ['a file that is not there', 'absent.xml', /^There is no file .*absent\.xml\. Check the path\.\n$/],
  ['a folder', '.', /is a folder|holds no \.xml/],
  ['a file that is no XML', 'notes.xml', /^The file .*notes\.xml .*not XML.*\n$/],
];

for (const [what, name, sentence] of WRONG)
  test(`${what} ends the measurement with one sentence`, async () => {
    writeFileSync(join(scratch.path, 'notes.xml'), 'PMID- 1\n');
    const folder = mkdtempSync(join(scratch.path, 'empty-'));
    const ran = await attune(['bench', 'import', name === '.' ? folder : join(scratch.path, name)], environment);
    assert.deepEqual([ran.code, ran.out], [1, '']);
    assert.match(ran.err, sentence);
    assert.equal(ran.err.trim().split('\n').length, 1, ran.err);
  });
