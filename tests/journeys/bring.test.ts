/** Papers come in by the page, from a stand-in for PubMed that fails on the way, and from a file, while somebody reads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { chromium, looksRight, picture } from '../_browser.ts';
import type { Fault, NcbiRequest } from '../_ncbi.ts';
import { articleSet, madeUpPapers } from '../_ncbi-papers.ts';
import { freePort } from '../_server.ts';
import { bringJourney } from './_bring.ts';
import type { BringJourney, BringStep } from './_bring.ts';
import { focused } from './_journey.ts';

const found = chromium();
const needed = { skip: 'skip' in found && found.skip, timeout: 180_000 };

test('papers are brought from PubMed and from a file', needed, (run) => bringJourney(run, STEPS));

test('without a network the page says so, keeps the wish, and shows the way by file', needed, async (run) => {
  const nobody = `http://127.0.0.1:${await freePort()}/`;
  await bringJourney(run, [{ name: 'nothing answers', walk: isToldOfNoNetwork, except: REFUSED }], nobody);
});

const REFUSED = /^console: Failed to load resource: the server responded with a status of 50\d/;

const STEPS: readonly BringStep[] = [
  { name: 'the sample leads to the page, which says where papers go', walk: comesFromTheSample },
  { name: 'an empty form says what is missing', walk: saysWhatIsMissing },
  { name: 'a question is counted while it is written', walk: counts },
  { name: 'papers come in spite of faults; it stops, goes on, and counts each once', walk: bringsDespiteFaults },
  { name: 'the papers are found in the house they went to', walk: opensTheHouse },
  { name: 'a list says which number PubMed lacks and which line was not understood', walk: bringsAList },
  { name: 'a file comes in while one reads, and the list on the screen follows', walk: bringsAFile },
  { name: 'what is kept current is listed and can be ended', walk: keepsCurrent },
  { name: 'everything that ran is listed, at a desk and on a phone', walk: listsJobs },
  { name: 'papers can be brought by keyboard alone', walk: isUsedByKeyboard },
];

async function comesFromTheSample({ page }: BringJourney): Promise<void> {
  await page.goto('/search');
  await page.getByRole('link', { name: 'Bring real papers from PubMed' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bring papers from PubMed' }).waitFor();
  assert.equal(await page.title(), 'Bring papers from PubMed · Attune (SAMPLE)');
  await page.getByText('never among the fictional ones').waitFor();
  await page.getByText('Nothing yet. Check “Keep this current” above').waitFor();
  await looksRight(page, 'bring-empty');
  await page.getByRole('link', { name: 'What runs', exact: true }).first().click();
  await page.getByText('Nothing has been brought in yet.').waitFor();
  await looksRight(page, 'jobs-empty');
  await page.getByRole('main').getByRole('link', { name: 'Bring papers from PubMed' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bring papers from PubMed' }).waitFor();
}

async function saysWhatIsMissing({ page }: BringJourney): Promise<void> {
  await page.getByRole('button', { name: 'Bring papers' }).click();
  await page.getByText('Write what to look for').waitFor();
  assert.equal(await focused(page), 'query');
  await looksRight(page, 'bring-missing');
}

async function counts({ page, ncbi }: BringJourney): Promise<void> {
  const before = ncbi.requests.length;
  await question(page).pressSequentially('invented', { delay: 20 });
  await page.getByText('2,400 papers match in PubMed.').waitFor();
  assert.equal(ncbi.requests.length - before, 1, 'PubMed is asked once, not for each letter');
  await page.getByRole('radio', { name: /^All 2,400/ }).check();
  await page.getByRole('button', { name: 'Bring 2,400 papers' }).waitFor();
  await page.getByRole('radio', { name: /^2,000/ }).check();
  await looksRight(page, 'bring-counted');
}

/** Each once, at the fetch of that number. */
const FAULTS: ReadonlyMap<number, Fault> = new Map([
  [1, 'status 500'],
  [2, 'cut'],
  [4, 'expired history'],
]);

async function bringsDespiteFaults({ page, ncbi }: BringJourney): Promise<void> {
  let fetches = 0;
  ncbi.fault = ({ path }: NcbiRequest) => (path.includes('efetch') ? FAULTS.get((fetches += 1)) : undefined);
  await page.getByRole('button', { name: 'Bring 2,000 papers' }).click();
  const job = page.getByRole('article', { name: '“invented”' });
  await job.getByText(/^[1-9][\d,]* of 2,000 papers, /).waitFor();
  await picture(page, 'bring-running');
  await job.getByRole('button', { name: /^Stop/ }).click();
  await job.getByText('Stopped.', { exact: true }).waitFor();
  const stopped = partIn(await job.innerText());
  assert.ok(stopped > 0 && stopped < 2_000, `${stopped} papers when it stopped`);
  await looksRight(page, 'bring-stopped');
  await job.getByRole('button', { name: /^Go on/ }).click();
  await job.getByText(/^[1-9][\d,]* of 2,000 papers, /).waitFor();
  await job.getByText('2,000 papers are in: 2,000 new.', { exact: true }).waitFor({ timeout: 60_000 });
  assert.ok(fetches >= 10 + FAULTS.size, 'each fault was met');
  ncbi.fault = undefined;
}

function partIn(text: string): number {
  return Number(/What came in stays: ([\d,]+) papers/.exec(text)?.[1]?.replaceAll(',', ''));
}

async function opensTheHouse({ page }: BringJourney): Promise<void> {
  await page.getByText('It holds 2,000 papers').waitFor();
  await page.getByRole('article').getByRole('button', { name: 'Open your library' }).click();
  await page.waitForURL('**/today');
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Search' }).click();
  await page.getByText('2,000 papers', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: /^Search papers/ }).fill('hedgehogs quellmark');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^\d+ papers$/ }).waitFor();
  await page.goto('/bring');
  await page.getByRole('heading', { level: 1, name: 'Bring papers from PubMed' }).waitFor();
  assert.equal(await page.title(), 'Bring papers from PubMed · Attune');
}

async function bringsAList({ page }: BringJourney): Promise<void> {
  await page.getByRole('radio', { name: 'A list of numbers' }).check();
  await page
    .getByRole('textbox', { name: /^PMIDs/ })
    .fill('99002400\n99999999\nas Dr Otter told me\nhttps://doi.org/10.5555/attune.ncbi.99002399');
  await page.getByRole('button', { name: 'Bring these papers' }).click();
  const job = page.getByRole('article', { name: '3 papers by number' });
  await job.getByText(/^2 papers are in: 2 as they were\.$/).waitFor();
  await job.getByText('PubMed has no paper under this number').waitFor();
  assert.ok(await job.getByText('99999999', { exact: true }).isVisible());
  assert.ok(await job.getByText('Line 3: as Dr Otter told me').isVisible());
  await looksRight(page, 'bring-list');
  await job.getByRole('link', { name: 'Search them' }).click();
  await page.getByRole('heading', { name: '2,000 papers' }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('sort'), 'newest');
}

async function bringsAFile({ page }: BringJourney): Promise<void> {
  const papers = madeUpPapers(40, 98_000_001).map((paper) => ({ ...paper, title: `Plumage: ${paper.title}` }));
  await page.goto('/search?q=plumage');
  await page.getByRole('heading', { name: 'No papers' }).waitFor();
  await page.getByRole('link', { name: 'Bring papers', exact: true }).first().click();
  const file = { name: 'plumage.xml', mimeType: 'text/xml', buffer: Buffer.from(articleSet(papers)) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('article', { name: 'plumage.xml' }).waitFor();
  await page.evaluate('window.isTheSame = true');
  await page.goBack();
  await page.getByRole('heading', { name: '40 papers' }).waitFor({ timeout: 2_000 });
  assert.equal(await page.evaluate('window.isTheSame'), true, 'the page was not loaded anew');
  await page.getByRole('link', { name: 'Bring papers', exact: true }).first().click();
  await page.getByText('40 papers are in: 40 new.', { exact: true }).waitFor();
  await looksRight(page, 'bring-file');

  await page
    .locator('input[type=file]')
    .setInputFiles({ ...file, name: 'letter.xml', buffer: Buffer.from('Dear all') });
  const wrong = page.getByRole('article', { name: 'letter.xml' });
  await wrong.getByRole('button', { name: /^Try again/ }).waitFor();
  await picture(page, 'bring-file-wrong');
}

async function keepsCurrent({ page }: BringJourney): Promise<void> {
  await page.goto('/bring');
  await question(page).fill('ferrymen');
  await page.getByText(/papers match in PubMed/).waitFor();
  await page.getByRole('checkbox', { name: /^Keep this current/ }).check();
  await page.getByRole('button', { name: /^Bring [\d,]+ papers/ }).click();
  const kept = page.getByRole('region', { name: 'Kept current' });
  await kept.getByText(/^looks next (today|tomorrow) at /).waitFor();
  await kept.getByText(/^today at .*: (nothing|\d+ papers?) new$/).waitFor();
  await kept.getByRole('button', { name: /^Stop looking\b.*“ferrymen”/ }).click();
  await kept.getByText('The papers that came in stay.').waitFor();
  assert.equal(await focused(page), 'Go on looking');
  await looksRight(page, 'bring-kept');
  await kept.getByRole('button', { name: 'Stop looking', exact: true }).click();
  await kept.getByText('Nothing yet.').waitFor();
}

async function listsJobs({ page }: BringJourney): Promise<void> {
  await page.goto('/jobs');
  const rows = page.getByRole('row');
  await rows.filter({ hasText: '“invented”' }).getByText('2,000 new').waitFor();
  assert.ok(await rows.filter({ hasText: 'letter.xml' }).getByText('Failed').isVisible());
  await looksRight(page, 'jobs');
  await page.setViewportSize({ width: 360, height: 740 });
  assert.equal(await rows.filter({ hasText: 'plumage.xml' }).getByRole('cell').count(), 4, 'the list is still a table');
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function isUsedByKeyboard({ page }: BringJourney): Promise<void> {
  const { keyboard } = page;
  await page.goto('/bring');
  await page.getByRole('radio', { name: 'A question or search' }).focus();
  await keyboard.press('ArrowDown');
  await page.getByRole('textbox', { name: 'Name of the journal' }).waitFor();
  await keyboard.press('ArrowUp');
  await keyboard.press('Tab');
  await keyboard.type('lanterns');
  await keyboard.press('Enter');
  await page.getByText(/papers match in PubMed/).waitFor();
  for (let steps = 0; steps < 12 && !/^Bring [\d,]+ papers/.test(await focused(page)); steps += 1)
    await keyboard.press('Tab');
  await keyboard.press('Enter');
  const job = page.getByRole('article', { name: '“lanterns”' });
  await job
    .getByText(/papers are in/)
    .first()
    .waitFor();
  for (let steps = 0; steps < 12 && (await focused(page)) !== 'Search them'; steps += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Search: / }).waitFor();
}

async function isToldOfNoNetwork({ page }: BringJourney): Promise<void> {
  await page.goto('/bring');
  await question(page).fill('sepsis');
  await page.getByRole('button', { name: 'Bring papers' }).click();
  const job = page.getByRole('article', { name: '“sepsis”' });
  await job
    .getByText(/^PubMed cannot be reached/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Count again' }).waitFor({ timeout: 60_000 });
  await looksRight(page, 'bring-no-network');
  const tryNow = job.getByRole('button', { name: /^Try now/ });
  await tryNow.click();
  await tryNow.waitFor({ state: 'detached' });
  await tryNow.waitFor({ timeout: 60_000 });
  await job.getByRole('button', { name: /^Stop/ }).click();
  await job.getByText('Stopped.', { exact: true }).waitFor();
  assert.ok(await job.getByText('No papers have come in from it yet.').first().isVisible());
  await page.getByRole('link', { name: 'From a file', exact: true }).click();
  assert.equal(new URL(page.url()).hash, '#from-file');
}

const question = (page: Page) => page.getByRole('textbox', { name: /^Your question/ });
