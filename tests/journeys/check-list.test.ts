/** A list of references is checked: what is retracted, which of two is meant, what is missing, and the file of it. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import type { JobsAnswer } from '#api/index.ts';
import { atDesk, chromium, launch, looksRight, watchedContext } from '../_browser.ts';
import { startNcbi } from '../_ncbi.ts';
import { articleSet, madeUpPapers } from '../_ncbi-papers.ts';
import { PASSWORD } from '../_people.ts';
import { attune, served, temporaryFolder } from '../_server.ts';
import { bringJourney } from './_bring.ts';
import type { BringJourney } from './_bring.ts';
import { focused, journey, tabTo } from './_journey.ts';
import type { Journey, Step } from './_journey.ts';

const found = chromium();
const needed = { skip: 'skip' in found && found.skip, timeout: 180_000 };

const MARKUP = '<img src=x onerror="document.title=1"> Quellmark A. Lumps on wards of nowhere. 2019.';
const FORMULA = '=HYPERLINK("http://elsewhere.example","Feathers against lumps of the left knee")';
const SEVERAL = 'Walking early on medical wards. J Bedside Pract.';
const LIST = [
  'Lindgren A et al. Getting patients out of bed in the first 24 hours after sepsis. Ann Ward Med 2025;13(5):402-411.',
  '10.5555/attune.sample.0005',
  'S0007',
  'https://doi.org/10.5555/attune.sample.0014',
  '10.5555/attune.sample.0009',
  'Ahmadi. Pharmacist at the bedside on the day of discharge: trial in 4 hospitals. Disch Stud 2026.',
  SEVERAL,
  MARKUP,
  FORMULA,
  '99000561',
];

const STEPS: readonly Step[] = [
  { name: 'an empty box says what is missing', walk: saysWhatIsMissing },
  { name: 'of ten references two are retracted, and they stand first', walk: findsTheRetracted },
  { name: 'what looks like markup or a formula stays text', walk: staysText },
  { name: 'one of two papers is chosen, and counts from then on', walk: choosesOneOfTwo },
  { name: 'the list is still there after a look at a paper', walk: outlivesALook },
  { name: 'the file holds every reference, the choice, and nothing that a spreadsheet would run', walk: savesTheFile },
  { name: 'a file is read; what is no list says what to do', walk: readsFiles },
  { name: 'a server that fails leaves the text where it is', walk: keepsTheText, except: /status of 503|ERR_FAILED/ },
  { name: 'a text without references says so', walk: findsNothing },
  { name: 'everything can be done by keyboard', walk: isUsedByKeyboard },
];

test('a list of references is checked', needed, (run) => journey(run, STEPS));

test('what a list needs is fetched, and the list is checked again by itself', needed, (run) =>
  bringJourney(run, [{ name: 'two of three are missing', walk: fetchesTheMissing }]),
);

test('who may not bring papers asks for them, and the list follows once they are in', needed, async () => {
  const data = temporaryFolder();
  const papers = madeUpPapers(20);
  const file = join(data.path, 'held.xml');
  writeFileSync(file, articleSet(papers.slice(0, 1)));
  await told(['import', file], data.path);
  const [reader, librarian] = [await invitation(data.path), await invitation(data.path, 'librarian')];
  const ncbi = await startNcbi({ papers });
  const server = await served({
    data: data.path,
    environment: { NCBI_URL: ncbi.address, CONTACT_EMAIL: 'house@example.org' },
  });
  const browser = await launch();
  const { context, expectNothingWrong } = await watchedContext(browser, server.address, atDesk);
  const desk = await browser.newContext({ baseURL: server.address });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await comeIn(context, reader);
    await comeIn(desk, librarian);
    await page.goto('/check');
    await box(page).fill('99000019\n99000020');
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('button', { name: /^Ask for it/ })
      .first()
      .click();
    await rows(page).getByText('Asked for').waitFor();
    await answerWish(desk, 'stop');
    // The page looks every quarter of a minute what became of it.
    await rows(page).getByText('Not brought').waitFor({ timeout: 60_000 });
    assert.equal(await rows(page).getByText('Asked for').count(), 0, 'nobody sees what was refused');
    await page.getByRole('button', { name: 'Ask for the missing two' }).click();
    await page.getByText('The librarian sees your wish.').waitFor();
    assert.equal(await rows(page).getByText('Asked for').count(), 2);
    await looksRight(page, 'check-asked');
    await answerWish(desk, 'resume');
    await page.getByText('2 papers are in: 2 new. The list was checked again.').first().waitFor({ timeout: 60_000 });
    await rows(page).getByText('Yes', { exact: true }).nth(1).waitFor();
    expectNothingWrong();
  } finally {
    await browser.close();
    await server.stop();
    await ncbi.close();
    data.remove();
  }
});

/** The librarian refuses what was asked for, or lets it go on. */
async function answerWish({ request }: BrowserContext, how: 'stop' | 'resume'): Promise<void> {
  const { jobs } = (await (await request.get('/api/jobs')).json()) as JobsAnswer;
  const id = jobs.find(({ isWish }) => isWish)?.id;
  assert.ok((await request.post(`/api/jobs/${how}`, { data: { id } })).ok());
}

/** @returns what the link of an invitation carries. */
async function invitation(data: string, role?: string): Promise<string> {
  const out = await told(
    ['user', 'invite', `${role ?? 'reader'}@example.org`, '--json', ...(role ? ['--role', role] : [])],
    data,
  );
  return new URL((JSON.parse(out) as { link: string }).link).hash.slice(1);
}

async function told(given: readonly string[], data: string): Promise<string> {
  const { code, out, err } = await attune(given, { ATTUNE_DATA: data });
  assert.equal(code, 0, out + err);
  return out;
}

async function comeIn(context: BrowserContext, token: string): Promise<void> {
  const data = { token, name: 'Ada Quellmark', password: PASSWORD, device: 'own' };
  const answer = await context.request.post('/api/invitation', { data });
  assert.ok(answer.ok(), await answer.text());
}

const box = (page: Page) => page.getByRole('textbox', { name: /^References, one a line/ });
const rows = (page: Page) => page.getByRole('table').locator('tbody tr');
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

async function saysWhatIsMissing({ page }: Journey): Promise<void> {
  await page.goto('/check');
  await title(page, 'Check a list of references');
  await looksRight(page, 'check-empty');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('Paste at least one reference, or choose a file.').waitFor();
  assert.equal(await focused(page), 'refs');
}

async function findsTheRetracted({ page }: Journey): Promise<void> {
  await box(page).fill(LIST.join('\n'));
  await page.getByText('10 lines. Kept for you until you close this page.').waitFor();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await title(page, 'Two of ten references are retracted');
  assert.equal(await page.title(), 'Two of ten references are retracted · Attune (SAMPLE)');
  assert.equal(await rows(page).count(), 10);
  const [first, second, third] = await rows(page).allInnerTexts();
  assert.match(first ?? '', /Step counts and recovery after septic shock[\s\S]*Line 2[\s\S]*Retracted[\s\S]*Notice, /);
  assert.match(second ?? '', /High-dose vitamin C in ward sepsis[\s\S]*Retracted/);
  assert.match(third ?? '', /Mobilisation of older adults[\s\S]*Corrected/);
  const missing = rows(page).filter({ hasText: '99000561' });
  assert.deepEqual(await missing.getByRole('cell').allInnerTexts(), ['Not checked yet', 'No', 'Not known']);
  await page.getByText('The sample is fictional, so nothing can be fetched into it.').waitFor();
  assert.equal(await page.getByRole('button', { name: /missing/ }).count(), 0);
  await looksRight(page, 'check-list');
  await page.getByRole('button', { name: 'As pasted' }).click();
  await rows(page).first().filter({ hasText: 'Getting patients out of bed' }).waitFor();
  await page.getByRole('button', { name: 'Worst first' }).click();
  await rows(page).first().filter({ hasText: 'Step counts' }).waitFor();
}

async function staysText({ page }: Journey): Promise<void> {
  const markup = rows(page).filter({ hasText: 'Lumps on wards of nowhere' });
  assert.ok(await markup.getByText(`“${MARKUP}”`, { exact: true }).isVisible());
  assert.ok(await rows(page).getByText(`“${FORMULA}”`, { exact: true }).isVisible());
  assert.equal(await page.locator('.main img').count(), 0);
  assert.match(await page.title(), /^Two of ten/);
  await markup.getByRole('link', { name: /^Search by its title/ }).click();
  await title(page, /^Search: /);
  assert.match(new URL(page.url()).searchParams.get('q') ?? '', /Lumps on wards of nowhere/);
  await page.goBack();
  await title(page, 'Two of ten references are retracted');
}

async function choosesOneOfTwo({ page }: Journey): Promise<void> {
  const several = rows(page).filter({ hasText: 'Walking early on medical wards' });
  await several.getByRole('button', { name: /^Choose one/ }).click();
  const options = page.getByRole('list', { name: 'Papers that fit' });
  assert.equal(await options.getByRole('button').count(), 3);
  await looksRight(page, 'check-choosing');
  await options.getByRole('button', { name: /guideline update/ }).click();
  await several.getByRole('link', { name: 'Walking early on medical wards: guideline update' }).waitFor();
  assert.match(await focused(page), /^Choose another/);
  assert.ok(await several.getByText('Yes', { exact: true }).isVisible());
  await page.getByText('Seven are in the library, one is not. Two fit no paper.').first().waitFor();
}

async function outlivesALook({ page }: Journey): Promise<void> {
  await rows(page).getByRole('link', { name: 'Step counts and recovery after septic shock' }).click();
  await title(page, /^Retracted: Step counts/);
  await page.goBack();
  await title(page, 'Two of ten references are retracted');
  assert.equal(await box(page).inputValue(), LIST.join('\n'));
  assert.equal(await rows(page).filter({ hasText: 'guideline update' }).count(), 1);
}

async function savesTheFile({ page }: Journey): Promise<void> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^CSV/ }).click();
  const file = await saving;
  assert.match(file.suggestedFilename(), /^attune-checked-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  assert.match(text, /Step counts and recovery after septic shock/);
  assert.match(text, /[Rr]etracted/);
  assert.match(text, /Walking early on medical wards: guideline update/, 'the choice is in it');
  assert.ok(text.includes('onerror'), 'the markup is text');
  assert.doesNotMatch(text, /(?:^|[,;\t\n]|[,;\t\n]")[=+@]/m, 'no cell begins as a formula');
  assert.match(text, /HYPERLINK/);
}

async function readsFiles({ page }: Journey): Promise<void> {
  const choose = page.locator('input[type=file]');
  const before = await box(page).inputValue();
  await choose.setInputFiles({ name: 'list.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') });
  await page.getByText('“list.xlsx” is a spreadsheet. Save the column with the references as CSV').waitFor();
  assert.equal(await box(page).inputValue(), before);
  await choose.setInputFiles({ name: 'scan.dat', mimeType: '', buffer: Buffer.from([0, 1, 2]) });
  await page.getByText('“scan.dat” holds no text.').waitFor();
  const ris =
    'TY  - JOUR\nTI  - Step counts and recovery after septic shock\nDO  - 10.5555/attune.sample.0005\nER  - \n';
  await choose.setInputFiles({ name: 'protocol.ris', mimeType: '', buffer: Buffer.from(ris) });
  await title(page, 'This reference is retracted');
  await page.getByText('From “protocol.ris”. One is in the library.').waitFor();
  await page.getByRole('button', { name: 'Put back what was in the box' }).click();
  assert.equal(await box(page).inputValue(), before);
  await page.getByText('Changed since it was checked.').waitFor();
}

async function keepsTheText({ page }: Journey): Promise<void> {
  await page.route('**/api/check-list', (route) =>
    route.fulfill({
      status: 503,
      json: { error: { code: 'storage_failed', message: 'The library could not be read. Try again in a moment.' } },
    }),
  );
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText('The library could not be read.').waitFor();
  await page.getByText('What you wrote is kept above.').waitFor();
  assert.equal(await box(page).inputValue(), LIST.join('\n'));
  await page.unroute('**/api/check-list');
  await page.getByRole('button', { name: 'Try again' }).click();
  await title(page, 'Two of ten references are retracted');
}

async function findsNothing({ page }: Journey): Promise<void> {
  await box(page).fill('…\n--\n');
  await page.getByRole('button', { name: 'Check again' }).click();
  await title(page, 'No references were found in this text');
  await page.getByText('A PMID, a DOI or the title is enough.').waitFor();
  await looksRight(page, 'check-nothing');
}

async function isUsedByKeyboard({ page }: Journey): Promise<void> {
  const { keyboard } = page;
  await page.goto('/check');
  await title(page, 'Check a list of references');
  await tabTo(page, /^refs$/);
  await keyboard.insertText(`S0005\n${SEVERAL}`);
  await keyboard.press('Control+Enter');
  await title(page, 'One of two references is retracted');
  assert.equal(await focused(page), 'refs', 'the focus stays where one writes');
  await tabTo(page, /^Choose one/);
  await keyboard.press('Enter');
  await tabTo(page, /^None of these$/);
  await keyboard.press('Enter');
  await page.getByText('None that fits.').waitFor();
  assert.match(await focused(page), /^Choose another/);
  await keyboard.press('Enter');
  await tabTo(page, /^Walking early on medical wards: a guideline/);
  await keyboard.press('Space');
  await page.getByText('Two are in the library.').first().waitFor();
}

async function fetchesTheMissing({ page }: BringJourney): Promise<void> {
  await page.goto('/search');
  await page.getByRole('radio', { name: 'Yours' }).filter({ visible: true }).click();
  await page.getByRole('heading', { name: 'The library holds no papers yet' }).waitFor();
  await page.goto('/check');
  await box(page).fill('99002400\nhttps://doi.org/10.5555/attune.ncbi.99002399\n99999999');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await title(page, 'None of three references is in the library');
  await looksRight(page, 'check-missing');
  await page.getByRole('button', { name: 'Fetch the missing three' }).click();
  await title(page, 'One of three references is retracted');
  await page.getByText('The list was checked again.').first().waitFor();
  await page.getByText('PubMed has no paper under this number').waitFor();
  assert.equal(await rows(page).getByText('Yes', { exact: true }).count(), 2);
  await page.getByRole('button', { name: 'Fetch the missing one' }).waitFor();
  await looksRight(page, 'check-fetched');
}
