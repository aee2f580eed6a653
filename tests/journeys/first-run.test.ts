/** The first hour with the product, in a real browser against the real program: from an empty folder to reading papers. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { atDesk, chromium, launch, looksRight, picture, watchedContext } from '../_browser.ts';
import { packageRoot } from '../_package.ts';
import { served, temporaryFolder } from '../_server.ts';
import { focused, tabTo } from './_journey.ts';

const images = process.env['ATTUNE_WRITE_SCREENSHOTS'] === '1' ? join(packageRoot, 'docs', 'images') : undefined;

const found = chromium();

test('the first run', { skip: 'skip' in found && found.skip, timeout: 120_000 }, async (run) => {
  const data = temporaryFolder();
  const server = await served({ data: data.path });
  const browser = await launch();
  const { context, expectNothingWrong } = await watchedContext(browser, server.address, atDesk);
  if (images !== undefined) mkdirSync(images, { recursive: true });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    for (const [name, step] of STEPS)
      await run.test(name, async () => {
        await step(page);
        expectNothingWrong();
      });
  } finally {
    await browser.close();
    await server.stop();
    data.remove();
  }
});

type Step = (page: Page) => Promise<void>;

const STEPS: readonly (readonly [name: string, step: Step])[] = [
  ['an empty folder starts as the sample, with its newest papers', begins],
  ['the search teaches how to ask', teaches],
  ['an example finds papers', findsByExample],
  ['a filter narrows them, and the address holds it over a reload', narrows],
  ['a paper opens, and the way back leads to the same search', opensAndReturns],
  ['a DOI pasted into the box opens its paper', opensByDoi],
  ['a retracted paper says so first, and leads to the notice', warnsOfRetraction],
  ['your own house is empty, says how papers come in, and leads back to the sample', teachesTheEmptyHome],
  ['everything can be done by keyboard', isUsedByKeyboard],
];

async function begins(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByText('These are the newest.').waitFor();
  assert.equal(new URL(page.url()).pathname, '/today');
  assert.equal(await page.title(), 'Today · Attune (SAMPLE)');
  assert.equal(await page.getByRole('list', { name: 'Newest papers' }).getByRole('article').count(), 20);
  assert.equal(await page.locator('.why').count(), 0, 'nothing is known of anybody, so no reason is given');
  assert.equal(await page.getByRole('radio', { name: 'SAMPLE' }).first().isChecked(), true);
}

async function teaches(page: Page): Promise<void> {
  await page.goto('/search');
  await page.getByRole('heading', { name: 'Three ways to ask' }).waitFor();
  assert.equal(await page.title(), 'Search · Attune (SAMPLE)');
  assert.equal(await page.getByRole('radio', { name: 'SAMPLE' }).first().isChecked(), true);
  assert.ok(await page.getByText('Sample papers, all fictional.').isVisible());
  await looksRight(page, 'first-look');
}

async function findsByExample(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'heart failure readmission' }).click();
  await page.getByRole('heading', { name: /^\d+ papers$/ }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('q'), 'heart failure readmission');
  assert.ok((await papersShown(page)) > 1);
  assert.ok((await page.locator('.found mark').count()) > 0, 'the words are marked where they stand');
  await picture(page, 'results');
  if (images !== undefined) await page.screenshot({ path: join(images, 'search.png') });
}

async function narrows(page: Page): Promise<void> {
  const before = await papersShown(page);
  await page.getByRole('checkbox', { name: /^Systematic Review/ }).check();
  await page.getByRole('link', { name: 'Systematic Review take away' }).waitFor();
  await page
    .locator('.found')
    .nth(before - 1)
    .waitFor({ state: 'detached' });
  const after = await papersShown(page);
  const address = page.url();
  assert.equal(new URL(address).searchParams.get('types'), 'Systematic Review');
  await page.reload();
  await page.getByRole('heading', { name: /^\d+ papers?$/ }).waitFor();
  assert.equal(page.url(), address);
  assert.equal(await papersShown(page), after);
  assert.equal(await page.getByRole('checkbox', { name: /^Systematic Review/ }).isChecked(), true);
  await looksRight(page, 'results-narrowed');
}

async function opensAndReturns(page: Page): Promise<void> {
  const address = page.url();
  const first = page.locator('.found a').first();
  const title = await first.innerText();
  await first.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  assert.ok(await page.getByRole('heading', { name: 'Abstract' }).isVisible());
  assert.ok(await page.getByText('A sample paper: there is no copy to open.').isVisible());
  await looksRight(page, 'paper');
  await page.goBack();
  await page.getByRole('heading', { name: /^\d+ papers?$/ }).waitFor();
  assert.equal(page.url(), address);

  await page.locator('.found a').first().click();
  await page.getByRole('link', { name: 'Search: heart failure readmission' }).click();
  await page.getByRole('heading', { name: /^\d+ papers?$/ }).waitFor();
  assert.equal(page.url(), address, 'the link back leads where the browser’s own does');
}

async function opensByDoi(page: Page): Promise<void> {
  await page.goto('/search');
  await page.getByRole('textbox', { name: /^Search papers/ }).fill(' https://doi.org/10.5555/ATTUNE.sample.0001. ');
  await page.getByRole('button', { name: 'Search', exact: true }).filter({ visible: true }).last().click();
  await page.getByRole('heading', { level: 1, name: /^Getting patients out of bed in the first 24 hours/ }).waitFor();
  assert.match(new URL(page.url()).pathname, /^\/paper\//);
  if (images !== undefined) await page.screenshot({ path: join(images, 'paper.png') });

  await page.goto(`/paper/${encodeURIComponent('10.5555/attune.sample.0001')}`);
  await page.getByRole('heading', { level: 1, name: /^Getting patients out of bed in the first 24 hours/ }).waitFor();
  await page.getByRole('heading', { name: 'Related notices' }).waitFor();
}

async function warnsOfRetraction(page: Page): Promise<void> {
  await page.goto('/search?q=step+counts+septic+shock');
  const row = page
    .locator('.found', { hasText: 'Step counts and recovery after septic shock' })
    .filter({ hasText: 'Retracted' });
  await row.first().waitFor();
  await picture(page, 'results-with-retracted');
  await page.goto('/paper/10.5555%2Fattune.sample.0005');
  await page
    .getByRole('heading', { level: 1, name: 'Retracted: Step counts and recovery after septic shock' })
    .waitFor();
  assert.match(await page.title(), /^Retracted: /);
  const banner = page.getByRole('region', { name: 'Retracted', exact: true });
  assert.match(await banner.innerText(), /This paper was retracted/);
  await looksRight(page, 'paper-retracted');
  await banner.getByRole('link', { name: 'Read the notice' }).click();
  await page
    .getByRole('heading', { level: 1, name: 'Retraction: Step counts and recovery after septic shock' })
    .waitFor();
  const about = page.getByRole('link', { name: 'See the paper it is about' });
  await about.waitFor();
  await looksRight(page, 'paper-notice');
  await about.click();
  await page.getByRole('heading', { level: 1, name: /^Retracted: Step counts/ }).waitFor();
}

async function teachesTheEmptyHome(page: Page): Promise<void> {
  await page.goto('/search?q=sepsis');
  await page.getByRole('radio', { name: 'Yours' }).filter({ visible: true }).click();
  await page.getByRole('heading', { name: 'The library holds no papers yet' }).waitFor();
  assert.match(page.url(), /\/today$/, 'nothing of the search before is left');
  await page.getByRole('link', { name: 'Bring papers from PubMed' }).waitFor();
  await page.getByRole('button', { name: 'Look at the sample' }).click();
  await page.getByText('These are the newest.').waitFor();
  await page.getByRole('radio', { name: 'Yours' }).filter({ visible: true }).click();
  await page.getByRole('heading', { name: 'The library holds no papers yet' }).waitFor();
  await toSearch(page);
  await page.getByRole('heading', { name: 'Your library holds no papers yet' }).waitFor();
  assert.equal(new URL(page.url()).search, '', 'nothing of the search before is left');
  assert.equal(await page.title(), 'Search · Attune');
  assert.ok(await page.getByText('./attune import FILE').isVisible());
  assert.equal(await page.getByText('SAMPLE · all fictional').isVisible(), false);
  await looksRight(page, 'empty-home');
  await page.getByRole('button', { name: 'Look at the sample' }).click();
  await page.getByText('These are the newest.').waitFor();
  await toSearch(page);
  await page.getByRole('heading', { name: 'Three ways to ask' }).waitFor();
  await page.getByRole('radio', { name: 'Yours' }).filter({ visible: true }).click();
  await page.getByRole('heading', { name: 'The library holds no papers yet' }).waitFor();
  await page.getByRole('radio', { name: 'Sample' }).filter({ visible: true }).click();
  await page.getByText('These are the newest.').waitFor();
}

async function toSearch(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Search', exact: true }).click();
}

async function isUsedByKeyboard(page: Page): Promise<void> {
  const { keyboard } = page;
  await page.goto('/search');
  await page.getByRole('heading', { name: 'Three ways to ask' }).waitFor();
  await keyboard.press('Tab');
  assert.equal(await focused(page), 'Skip to the page');
  await keyboard.press('/');
  await keyboard.type('septic shock step counts');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: /^\d+ papers?$/ }).waitFor();
  await tabTo(page, /^Step counts and recovery after septic shock$/);
  await picture(page, 'keyboard-focus');
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Retracted: Step counts/ }).waitFor();
  assert.match(await focused(page), /^Retracted: Step counts/, 'the new page’s heading has the focus');
  await keyboard.press('Shift+Tab');
  await tabTo(page, /^Read the notice$/);
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Retraction: Step counts/ }).waitFor();

  await keyboard.press('/');
  await page.getByRole('heading', { name: 'Three ways to ask' }).waitFor();
  await page.locator('#q:focus').waitFor();
  await keyboard.press('Shift+Tab');
  await tabTo(page, /^Yours$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The library holds no papers yet' }).waitFor();
  await tabTo(page, /^Look at the sample$/);
  await keyboard.press('Enter');
  await page.getByText('These are the newest.').waitFor();
}

const papersShown = (page: Page): Promise<number> => page.locator('.found').count();
