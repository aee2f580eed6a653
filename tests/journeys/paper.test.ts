/** A paper as it is read: found, opened, passed on, cited, left again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { chromium, expectAccessible, expectNoSidewaysScroll, looksRight, picture } from '../_browser.ts';
import { copied, focused, journey } from './_journey.ts';
import type { Journey } from './_journey.ts';

/** The browser’s own word about a paper that is not here, which is asked for. */
const NOT_FOUND = /^console: Failed to load resource: the server responded with a status of 404/;

const found = chromium();
const skip = 'skip' in found && found.skip;
const RETRACTED = '/paper/10.5555%2Fattune.sample.0005';
const SOUND = '/paper/10.5555%2Fattune.sample.0001';

test('a paper is read', { skip, timeout: 180_000 }, (run) =>
  journey(
    run,
    [
      { name: 'from a search to a paper, its notice, and back to the same place', walk: goesAndReturns },
      { name: 'the conclusion stands before the abstract, in the authors’ words', walk: concludesFirst },
      { name: 'it is copied for the team, with its notice', walk: isCopied },
      { name: 'it is cited in two styles', walk: isCited },
      { name: 'where the browser refuses to copy, the text is laid out and selected', walk: isCopiedByHand },
      { name: 'reference managers are told of the paper shown, and of no other', walk: tellsReferenceManagers },
      { name: 'printed it is typeset, with its folds open', walk: isPrinted },
      { name: 'why this exists is one link away', walk: saysWhy, except: NOT_FOUND },
    ],
    { browser: { permissions: ['clipboard-read', 'clipboard-write'] } },
  ),
);

test('a paper is read at 200 %', { skip, timeout: 60_000 }, (run) =>
  journey(run, [{ name: 'nothing is lost', walk: isReadLarge }], {
    browser: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  }),
);

async function goesAndReturns({ page }: Journey): Promise<void> {
  await page.goto('/search?q=step+counts+septic+shock');
  const row = page
    .locator('.found')
    .filter({ hasText: 'Step counts and recovery' })
    .filter({ has: page.locator('.chip.is-retracted') });
  await row.waitFor();
  assert.match(await page.locator('.covers').innerText(), /^\d+ papers, updated \d+ \w+/);
  const elsewhere = page.getByRole('link', { name: 'Run this in PubMed' });
  assert.equal(
    await elsewhere.getAttribute('href'),
    'https://pubmed.ncbi.nlm.nih.gov/?term=%28step+counts+septic+shock%29',
  );
  await looksRight(page, 'paper-rows');
  await row.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: /^Retracted: Step counts/ }).waitFor();
  await page.getByRole('link', { name: 'Read the notice' }).click();
  await page.getByRole('heading', { level: 1, name: /^Retraction: Step counts/ }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: /^Retracted: Step counts/ }).waitFor();
  await page.getByRole('link', { name: 'Search: step counts septic shock' }).click();
  await row.waitFor();
}

async function concludesFirst({ page }: Journey): Promise<void> {
  await page.goto(SOUND);
  const gist = page.getByRole('region', { name: 'What the authors conclude, in their words' });
  await gist.waitFor();
  const [conclusion] = (await gist.locator('p').allInnerTexts()) as [string];
  const abstract = page.getByRole('region', { name: 'Abstract' });
  assert.ok((await abstract.innerText()).includes(conclusion), 'the abstract stays whole');
  assert.ok(await isBefore(page, '.gist', '#abstract'));
  assert.ok((await page.getByRole('list', { name: 'At a glance' }).getByRole('listitem').count()) > 0);
  await looksRight(page, 'paper-sound');

  await page.goto(RETRACTED);
  await page.getByRole('heading', { level: 1, name: /^Retracted: / }).waitFor();
  await page.getByRole('heading', { name: 'What the authors concluded, now retracted' }).waitFor();
  assert.ok(await isBefore(page, '.banner', 'h1'), 'the notice stands before the title');
  await looksRight(page, 'paper-withdrawn');
}

async function isCopied({ page }: Journey): Promise<void> {
  await page.goto(RETRACTED);
  await page.getByRole('button', { name: 'Copy for the team' }).click();
  await page.getByRole('status').getByText('Copied for the team').waitFor();
  const text = await copied(page);
  assert.match(text, /This paper was retracted/);
  assert.match(text, /Step counts and recovery after septic shock/);
  await picture(page, 'paper-copied');
  await expectAccessible(page);
}

async function isCited({ page }: Journey): Promise<void> {
  await page.goto(SOUND);
  await page.getByRole('button', { name: 'Cite', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Cite this paper' });
  await sheet.waitFor();
  await looksRight(page, 'paper-cite');
  const shown = await sheet.locator('.citation p').allInnerTexts();
  await sheet.getByRole('button', { name: 'Copy in AMA style' }).click();
  await page.getByRole('status').getByText('Copied in AMA style').waitFor();
  assert.equal(await sheet.isVisible(), false);
  assert.equal(await copied(page), shown[1]);
  assert.equal(await focused(page), 'Cite', 'the focus is back where it was');
}

async function isCopiedByHand({ page }: Journey): Promise<void> {
  await page.goto(SOUND);
  await page.getByRole('button', { name: 'Copy for the team' }).waitFor();
  await page.evaluate('void (navigator.clipboard.writeText = () => Promise.reject(new Error("refused")))');
  await page.getByRole('button', { name: 'Copy for the team' }).click();
  const sheet = page.getByRole('dialog', { name: 'Copy this text' });
  await sheet.waitFor();
  const selected = await page.evaluate<string>(
    '(() => { const field = document.activeElement; return field.value.slice(field.selectionStart, field.selectionEnd); })()',
  );
  assert.match(selected, /Getting patients out of bed/);
  await looksRight(page, 'paper-copy-refused');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'Copy for the team');
}

async function tellsReferenceManagers({ page }: Journey): Promise<void> {
  const read = (): Promise<{ titles: string[]; coins: string[]; jsonLd: number; told: number }> =>
    page.evaluate(
      `({ titles: [...document.querySelectorAll('meta[name="citation_title"]')].map((tag) => tag.content),
          coins: [...document.querySelectorAll('span.Z3988')].map((span) => span.title),
          jsonLd: document.querySelectorAll('script[type="application/ld+json"]').length, told: window.told ?? 0 })`,
    );
  await page.goto(RETRACTED);
  await page.getByRole('link', { name: 'Read the notice' }).waitFor();
  await page.evaluate(
    'void document.addEventListener("ZoteroItemUpdated", () => (window.told = (window.told ?? 0) + 1))',
  );
  const first = await read();
  assert.deepEqual(first.titles, ['Step counts and recovery after septic shock']);
  assert.equal(first.coins.length, 1);
  assert.equal(first.jsonLd, 1, 'the server’s own words stay');

  await page.getByRole('link', { name: 'Read the notice' }).click();
  await page.getByRole('heading', { level: 1, name: /^Retraction: / }).waitFor();
  const second = await read();
  assert.deepEqual(second.titles, ['Retraction: Step counts and recovery after septic shock']);
  assert.equal(second.coins.length, 1);
  assert.notEqual(second.coins[0], first.coins[0]);
  assert.equal(second.jsonLd, 0);
  assert.ok(second.told > 0, 'Zotero is told');

  await page.locator('.crumb a').click();
  await page.getByRole('heading', { name: 'Three ways to ask' }).waitFor();
  const third = await read();
  assert.deepEqual([third.titles, third.coins, third.jsonLd], [[], [], 0]);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: /^Retraction: / }).waitFor();
  assert.deepEqual((await read()).titles, second.titles);
}

async function isPrinted({ page }: Journey): Promise<void> {
  await page.setViewportSize({ width: 643, height: 972 });
  for (const [address, name] of [
    [SOUND, 'paper-print'],
    [RETRACTED, 'paper-print-retracted'],
  ] as const) {
    await page.goto(address);
    await page.getByRole('heading', { level: 2, name: 'About this record' }).waitFor();
    const closed = await page.locator('main details:not([open])').count();
    assert.ok(closed > 0);
    await page.evaluate('void window.dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('main details:not([open])').count(), 0);
    for (const gone of ['.acts', '.side', '.top', '.crumb', '.access'])
      assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    const source = page.locator('.source');
    assert.match(
      await source.innerText(),
      /10\.5555\/attune\.sample\.\d+ · http:.*\/paper\/.* · printed \d+ \w+ \d{4}$/s,
    );
    assert.ok(await page.getByText('SAMPLE, all fictional').first().isVisible());
    await picture(page, name, true);
    await page.emulateMedia({ media: null });
    await page.evaluate('void window.dispatchEvent(new Event("afterprint"))');
    assert.equal(await page.locator('main details:not([open])').count(), closed, 'the folds are as they were');
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function saysWhy({ page }: Journey): Promise<void> {
  await page.goto('/search');
  await page.getByRole('link', { name: 'Why this exists' }).filter({ visible: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Why this exists' }).waitFor();
  assert.ok(await page.getByText('12 interviews with key informants and 44 semi-structured interviews').isVisible());
  await looksRight(page, 'why');
  await page.getByRole('link', { name: 'Its page here, if your library holds it' }).click();
  await page.getByRole('heading', { level: 1, name: 'This paper is not in the library' }).waitFor();
  assert.ok(await page.getByRole('link', { name: 'See it in PubMed' }).isVisible());
}

async function isReadLarge({ page }: Journey): Promise<void> {
  for (const [address, name] of [
    ['/search?q=sepsis', 'large-search'],
    [SOUND, 'large-paper'],
    [RETRACTED, 'large-retracted'],
    ['/why', 'large-why'],
  ] as const) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.found, .gist, .prose').first().waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await picture(page, name, true);
  }
  await page.goto(SOUND);
  for (const name of ['Copy for the team', 'Cite']) await page.getByRole('button', { name, exact: true }).waitFor();
  await page.getByRole('button', { name: 'Cite', exact: true }).click();
  await expectNoSidewaysScroll(page);
  await picture(page, 'large-cite');
}

const isBefore = (page: Page, one: string, other: string): Promise<boolean> =>
  page.evaluate<boolean>(
    `(document.querySelector(${JSON.stringify(one)}).compareDocumentPosition(document.querySelector(${JSON.stringify(other)})) & 4) !== 0`,
  );
