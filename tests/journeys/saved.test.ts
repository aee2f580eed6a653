/** What a reader keeps: saved papers under labels, many chosen at once, and taken out as files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { chromium, expectAccessible, expectNoSidewaysScroll, looksRight } from '../_browser.ts';
import { journey } from './_journey.ts';
import type { Journey } from './_journey.ts';
import { isPressed, kept, rowOf, taken, told, undo, walkInHere } from './_reading.ts';

const found = chromium();
const skip = 'skip' in found && found.skip;
const SOUND = '/paper/10.5555%2Fattune.sample.0001';
const TITLE = 'Getting patients out of bed in the first 24 hours after sepsis';
const HOSTILE = [
  '🫀 heart',
  '=HYPERLINK("http://attune.invalid","x")',
  '<img src=x onerror="document.title=1">',
  'very-long-label-'.repeat(12).slice(0, 190),
];
test('a reader keeps papers', { skip, timeout: 240_000 }, (run) =>
  journey(run, [
    { name: 'the page says what it is for before anything is saved', walk: teaches },
    { name: 'saved, labelled and found again', walk: savesAndLabels },
    { name: 'hostile labels stay text and wrap', walk: survivesLabels },
    { name: 'many are chosen, labelled, unsaved and brought back', walk: doesManyAtOnce },
    { name: 'a label is renamed, and joining another is asked about', walk: renames },
    { name: 'what became of a paper since stands first', walk: tellsOfRetraction },
    { name: 'each format is taken out as a file', walk: takesOut },
  ]),
);

const labels = (page: Page): Locator => page.getByRole('navigation', { name: 'Labels' });
const choose = (page: Page, at: number): Locator => page.locator('.rows .choose input').nth(at);

async function teaches({ page }: Journey): Promise<void> {
  await page.goto('/saved');
  await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Walk in' }).click();
  await walkInHere(page);
  await page.getByRole('heading', { level: 1, name: 'Nothing saved yet' }).waitFor();
  assert.match(page.url(), /\/saved$/);
  await looksRight(page, 'saved-nothing');
  await page.getByRole('link', { name: 'Find a paper' }).click();
  await page.waitForURL(/\/search/);
}

async function savesAndLabels({ page }: Journey): Promise<void> {
  await page.goto(SOUND);
  await isPressed(page, 'Save', false);
  await page.getByRole('button', { name: 'Labels', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'A label, new or known' });
  await box.fill('Ward round');
  await box.press('Enter');
  await told(page, 'Labelled “Ward round”');
  await isPressed(page, 'Save');
  await expectAccessible(page);
  await undo(page);
  await isPressed(page, 'Save', false);
  await box.fill('Ward round');
  await box.press('Enter');
  await kept(page, { isSaved: true });
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Your note' }).fill('Weekend physio');
  await page.keyboard.press('Control+Enter');
  await told(page, 'Note kept');

  await page.goto('/search?q=sepsis');
  for (const at of [1, 2, 3]) {
    const row = page.locator('.found').nth(at);
    await row.getByRole('button', { name: 'Save', exact: true }).click();
    await kept(page, { isSaved: true }, row);
  }
  await page.goto('/saved');
  await page.getByRole('heading', { level: 1, name: '4 papers saved' }).waitFor();
  await looksRight(page, 'saved');
  await labels(page)
    .getByRole('link', { name: /^Ward round\s*1$/ })
    .click();
  await page.getByRole('heading', { level: 2, name: '1 paper of 4' }).waitFor();
  await rowOf(page, TITLE).getByText('Weekend physio').waitFor();
  await labels(page).getByRole('link', { name: /^All/ }).click();
  await page.getByRole('searchbox', { name: /Words in saved papers/ }).fill('weekend');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('heading', { level: 2, name: '1 paper of 4' }).waitFor();
  await page.getByRole('searchbox', { name: /Words in saved papers/ }).fill('quellmark');
  await page.keyboard.press('Enter');
  await page.getByText('No saved paper here has all of these words.').waitFor();
  await page.getByRole('link', { name: 'All saved papers' }).click();
  await page.getByRole('link', { name: 'By title' }).click();
  await page.waitForURL(/sort=title/);
  await page.locator('section[aria-busy="false"] .found').nth(3).waitFor();
  const titles = await page.locator('.found .row-title').allInnerTexts();
  assert.deepEqual(
    titles,
    titles.toSorted((one, other) => one.localeCompare(other, 'en')),
  );
}

async function survivesLabels({ page }: Journey): Promise<void> {
  await page.goto('/saved');
  await choose(page, 0).click();
  await page.getByRole('button', { name: 'Label', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'A label, new or known' });
  for (const label of HOSTILE) {
    await box.fill(label);
    await box.press('Enter');
    await labels(page).getByText(label, { exact: true }).waitFor();
  }
  assert.equal(await page.locator('main img').count(), 0);
  assert.match(await page.title(), /saved/);
  await looksRight(page, 'saved-hostile-labels');
  await page.keyboard.press('Escape');
  for (const label of HOSTILE) {
    await labels(page).getByText(label, { exact: true }).click();
    await page.getByRole('heading', { level: 2, name: label }).waitFor();
    await page.locator('.found').first().waitFor();
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function doesManyAtOnce({ page }: Journey): Promise<void> {
  await page.goto('/saved');
  await page.locator('.found').nth(3).waitFor();
  await choose(page, 1).click();
  await choose(page, 3).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('group', { name: 'With the chosen papers' });
  await bar.getByText('3 chosen', { exact: true }).waitFor();
  await looksRight(page, 'saved-chosen');
  await bar.getByRole('button', { name: 'Label', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'A label, new or known' });
  await box.fill('To read');
  await box.press('Enter');
  await told(page, 'Labelled 3 papers “To read”');
  await labels(page)
    .getByRole('link', { name: /^To read\s*3$/ })
    .waitFor();
  await undo(page);
  await labels(page)
    .getByRole('link', { name: /^To read/ })
    .waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Unsave' }).click();
  await told(page, '3 papers no longer saved');
  await page.getByRole('heading', { level: 1, name: 'One saved paper' }).waitFor();
  await undo(page);
  await page.getByRole('heading', { level: 1, name: '4 papers saved' }).waitFor();
  await page.getByRole('checkbox', { name: 'Choose all on this page' }).check();
  await bar.getByText('4 chosen', { exact: true }).waitFor();
  await bar.getByRole('button', { name: 'Choose none' }).click();
  await bar.waitFor({ state: 'detached' });
}

async function renames({ page }: Journey): Promise<void> {
  await page.goto('/saved?label=Ward+round');
  await page.getByRole('button', { name: 'Rename' }).click();
  const name = page.getByRole('textbox', { name: 'Another name for this label' });
  await name.fill('Monday round');
  await name.press('Enter');
  await told(page, 'Renamed to “Monday round”');
  await page.getByRole('heading', { level: 2, name: 'Label Monday round' }).waitFor();
  await rowOf(page, TITLE).locator('.label', { hasText: 'Monday round' }).waitFor();
  await undo(page);
  await page.getByRole('heading', { level: 2, name: 'Label Ward round' }).waitFor();
  await page.getByRole('button', { name: 'Rename' }).click();
  await name.fill('🫀 HEART');
  await name.press('Enter');
  await page.getByText('You have “🫀 heart” already.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('heading', { level: 2, name: 'Label Ward round' }).waitFor();
}

async function tellsOfRetraction({ page, context }: Journey): Promise<void> {
  // Of a paper that was retracted meanwhile the server says so; here it is made to.
  await context.route(/\/api\/saved/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { rows: { paper: { notices: object[] }; isNewlyNoticed: boolean }[] };
    for (const row of body.rows.slice(0, 1)) {
      row.isNewlyNoticed = true;
      row.paper.notices = [{ kind: 'retracted', text: 'Retracted.' }];
    }
    await route.fulfill({ response: answer, json: body });
  });
  await page.goto('/saved');
  const first = page.locator('.rows > li').first();
  await first.getByText('Retracted since you saved it').waitFor();
  assert.match(await first.locator('.chosen-row > div').innerText(), /^Retracted since you saved it/);
  await looksRight(page, 'saved-retracted');
  await context.unroute(/\/api\/saved/);
}

async function takesOut({ page }: Journey): Promise<void> {
  const formats: readonly (readonly [name: string, within: RegExp])[] = [
    ['RIS', /^TY {2}- /m],
    ['NBIB', /^TI {2}- /m],
    ['BibTeX', /@article\{/],
    ['CSL-JSON', /"title"/],
    ['CSV', /,/],
  ];
  await page.goto(SOUND);
  await page.getByRole('heading', { level: 2, name: 'About this record' }).waitFor();
  for (const [name, within] of formats) {
    const text = await taken(page, page.getByRole('link', { name, exact: true }));
    assert.match(text, within, name);
    assert.match(text, /out of bed/, name);
  }
  await page.goto('/search?q=sepsis');
  await page.locator('.found').first().waitFor();
  await page.getByRole('button', { name: /^Take it out as a file: all/ }).click();
  const all = await taken(page, page.getByRole('link', { name: /^RIS/ }));
  assert.ok([...all.matchAll(/^ER {2}- /gm)].length > 20, 'all that was found, not the page alone');

  await page.goto('/saved');
  await page.getByRole('button', { name: 'Take it out as a file: all 4 papers' }).click();
  assert.equal([...(await taken(page, page.getByRole('link', { name: /^NBIB/ }))).matchAll(/^TI {2}- /gm)].length, 4);
  await choose(page, 0).click();
  await choose(page, 2).click();
  await page.getByRole('button', { name: 'Take it out as a file: the 2 chosen' }).click();
  assert.equal([...(await taken(page, page.getByRole('link', { name: /^RIS/ }))).matchAll(/^ER {2}- /gm)].length, 2);
  await page.goto('/saved?label=Ward+round');
  await page.getByRole('button', { name: 'Take it out as a file: this paper' }).click();
  assert.match(await taken(page, page.getByRole('link', { name: /^CSV/ })), /out of bed/);
}
