/** Related papers on a paper's page: they come when the reader comes near, say why they stand there, and are walked by keyboard. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { chromium, looksRight, picture } from '../_browser.ts';
import { articleXml } from '../_article-xml.ts';
import { focused, journey } from './_journey.ts';
import type { Journey } from './_journey.ts';

const found = chromium();
const skip = 'skip' in found && found.skip;
const SOUND = '/paper/10.5555%2Fattune.sample.0001';
/** The browser’s own word about an answer that a step held back. */
const STOPPED = /^console: Failed to load resource: net::ERR_FAILED/;

test('papers related to one', { skip, timeout: 180_000 }, (run) =>
  journey(run, [
    { name: 'they are asked for when the reader comes near, five first', walk: comesNear },
    { name: 'each says why: the tie by the records, or the words both share', walk: saysWhy },
    { name: 'more come by keyboard, and the focus goes on with them', walk: showsMore },
    { name: 'one leads to its own related papers, and back', walk: leadsOn },
    { name: 'where no answer comes, the paper stands and can be asked again', walk: triesAgain, except: STOPPED },
    { name: 'printed, the paper is alone', walk: isPrinted },
  ]),
);

const related = (page: Page): Locator => page.getByRole('region', { name: 'Related papers' });
const rows = (page: Page): Locator => related(page).getByRole('listitem');

async function comesNear({ page }: Journey): Promise<void> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/related')) asked.push(request.url());
  });
  await page.setViewportSize({ width: 360, height: 500 });
  await page.goto(SOUND);
  await page.getByRole('region', { name: 'Abstract' }).waitFor();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(asked, [], 'the part is still far below');
  await related(page).scrollIntoViewIfNeeded();
  await rows(page).nth(4).waitFor();
  assert.equal(await rows(page).count(), 5);
  assert.equal(asked.length, 1);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function saysWhy({ page }: Journey): Promise<void> {
  await toRelated(page);
  const [first = '', ...others] = await rows(page).allInnerTexts();
  assert.match(first, /Comment/);
  assert.ok(others.some((text) => /because they share .*sepsis/.test(text)));
  await looksRight(page, 'related');
}

async function showsMore({ page }: Journey): Promise<void> {
  await toRelated(page);
  const more = page.getByRole('button', { name: 'Show five more' });
  await more.focus();
  await page.keyboard.press('Enter');
  await rows(page).nth(9).waitFor();
  assert.equal(await more.count(), 0);
  const sixth = await rows(page).nth(5).getByRole('link').innerText();
  assert.equal(await focused(page), sixth);
}

async function leadsOn({ page }: Journey): Promise<void> {
  await toRelated(page);
  const link = rows(page).nth(1).getByRole('link');
  const title = await link.innerText();
  await link.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await areShown(page);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: /^Getting patients out of bed/ }).waitFor();
}

async function triesAgain({ page }: Journey): Promise<void> {
  await page.route('**/related', (route) => route.abort());
  await page.goto(SOUND);
  await related(page).scrollIntoViewIfNeeded();
  const again = related(page).getByRole('button', { name: 'Try again' });
  await again.waitFor({ timeout: 30_000 });
  assert.match(await related(page).innerText(), /The paper itself is all here/);
  await page.unroute('**/related');
  await again.click();
  await rows(page).nth(4).waitFor();
}

async function isPrinted({ page }: Journey): Promise<void> {
  await toRelated(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#alike').isVisible(), false);
  await page.emulateMedia({ media: null });
}

async function toRelated(page: Page): Promise<void> {
  await page.goto(SOUND);
  await areShown(page);
}

async function areShown(page: Page): Promise<void> {
  await related(page).scrollIntoViewIfNeeded();
  await rows(page).first().waitFor();
}

const HOSTILE = '&lt;img src=x onerror="document.title=1"&gt;hedgehogs';
const record = (pmid: string, title: string, more = ''): string =>
  articleXml({ article: `<ArticleTitle>${title}</ArticleTitle>${more}<Language>eng</Language>` }).replace(
    '99000001',
    pmid,
  );
const ABSTRACT = `<Abstract><AbstractText>Onerror ${HOSTILE} of Nowhere were weighed by quellmarkers.</AbstractText></Abstract>`;
const XML = `<?xml version="1.0" encoding="UTF-8"?><PubmedArticleSet>${[
  record('99600001', `Weighing ${HOSTILE} with quellmarkers`, ABSTRACT),
  record('99600002', `Quellmarkers and ${HOSTILE} of winter`, ABSTRACT),
  record('99600003', 'Migraine.'),
].join('')}</PubmedArticleSet>`;

test('papers related to one at the edges', { skip, timeout: 60_000 }, (run) =>
  journey(
    run,
    [
      { name: 'markup in titles and in shared words is shown and never runs', walk: runsNothing },
      { name: 'where nothing is alike, it says so', walk: saysNothing },
    ],
    { xml: XML },
  ),
);

async function runsNothing({ page }: Journey): Promise<void> {
  await page.goto('/paper/99600001');
  await rows(page).first().waitFor();
  const text = await rows(page).first().innerText();
  assert.match(text, /<img src=x onerror=/);
  assert.match(text, /because they share .*hedgehogs/);
  assert.equal(await related(page).locator('img').count(), 0);
  await picture(page, 'related-hostile');
}

async function saysNothing({ page }: Journey): Promise<void> {
  await page.goto('/paper/99600003');
  await related(page).getByText('No paper here shares enough words with this one.').waitFor();
  await looksRight(page, 'related-none');
}
