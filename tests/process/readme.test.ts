/** The first five minutes with a network, as the README has them, word for word, against a stand-in for PubMed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startNcbi } from '../_ncbi.ts';
import type { NcbiPaper } from '../_ncbi.ts';
import { packageRoot } from '../_package.ts';
import { start, temporaryFolder } from '../_server.ts';

const scratch = temporaryFolder();
after(() => scratch.remove());

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
const section = readme.split('## Real papers in five minutes\n')[1]?.split('\n## ')[0] ?? '';
const commands = (/```sh\n([^`]+)```/.exec(section)?.[1] ?? '').trim().split('\n');

const around = (n: number): NcbiPaper => ({
  pmid: String(99_100_001 + n),
  title: `Embedded research in an invented learning health system, part ${n}.`,
  abstract: 'All of it is invented.',
  edat: '2026/01/02',
});
const study: NcbiPaper = {
  pmid: '37003049',
  title: 'A stand-in for the study of embedded research.',
  abstract: 'Invented.',
  edat: '2023/04/01',
};

test('the commands of the README bring the study and the papers around it, and find and show them', async () => {
  assert.equal(commands.length, 4, section);
  assert.match(commands[0] ?? '', /37003049/);
  assert.match(commands[1] ?? '', /"embedded research learning health system"/);
  const ncbi = await startNcbi({ papers: [study, ...Array.from({ length: 240 }, (_, n) => around(n))] });
  const environment = { ATTUNE_DATA: scratch.path, NCBI_URL: ncbi.address, CONTACT_EMAIL: 'house@example.org' };
  const says = [
    /1 taken: 1 added, 0 updated, 0 unchanged\./,
    /240 papers match “embedded research learning health system” in PubMed\.\n200 taken: 200 added/,
    /201 papers of 201/,
    /A stand-in for the study of embedded research[\s\S]+PMID 37003049/,
  ];
  for (const [index, command] of commands.entries()) {
    const { ended, said } = start('sh', ['-c', command], environment);
    assert.equal(await ended, 0, `${command}\n${said()}`);
    assert.match(said(), says[index] as RegExp, command);
  }
  await ncbi.close();
});
