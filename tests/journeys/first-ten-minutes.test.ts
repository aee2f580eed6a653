/** The first ten minutes of a clinician: from the door to a Today of their own, a paper read, kept under a label, found again and taken out. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { chromium, expectAccessible, expectNoSidewaysScroll, looksRight, picture } from '../_browser.ts';
import { packageRoot } from '../_package.ts';
import { end, expectReasons, find, gone, order, places } from './_feed.ts';
import { focused, journey, tabTo } from './_journey.ts';
import type { Journey, Step } from './_journey.ts';
import { isPressed, kept, MARA, taken, told, walkInHere } from './_reading.ts';

/** Where the pictures of the documentation are, when they are to be taken anew. */
const images = process.env['ATTUNE_WRITE_SCREENSHOTS'] === '1' ? join(packageRoot, 'docs', 'images') : undefined;

const found = chromium();
const skip = 'skip' in found && found.skip;
const TOPICS = ['Delirium', 'Sepsis', 'Heart failure'] as const;
const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1440, height: 900 };

/** Each where the page is as somebody sees it first; the looks are taken once. */
const steps = (where: 'desk' | 'phone'): readonly Step[] => [
  { name: 'the newest papers stand there for everybody, and the way in beside them', walk: comesIn },
  { name: 'three interests, with what they would bring', walk: (at) => chooses(at, where) },
  { name: 'five papers, each with its reason, and an end', walk: (at) => reads(at, where) },
  { name: 'two likes and a less: Today changes and says why', walk: (at) => reacts(at, where) },
  { name: 'a paper gives its conclusion first, then the rest', walk: (at) => opens(at, where) },
  { name: 'it is kept under a label, found again and taken out', walk: (at) => keeps(at, where) },
];

test('the first ten minutes at a desk', { skip, timeout: 300_000 }, (run) => journey(run, steps('desk')));

test('the first ten minutes on a phone', { skip, timeout: 300_000 }, (run) =>
  journey(run, steps('phone'), { browser: { viewport: PHONE, hasTouch: true, isMobile: true } }),
);

test('the first ten minutes by keyboard alone', { skip, timeout: 300_000 }, (run) =>
  journey(run, [
    { name: 'in, and three interests', walk: choosesByKey },
    { name: 'like, less, and where the focus is then', walk: reactsByKey },
    { name: 'a paper, a label, a search', walk: keepsByKey },
  ]),
);

/** At a desk in both looks and on a phone; on a phone where it is held already, once. */
async function looked(page: Page, name: string, where: 'desk' | 'phone'): Promise<void> {
  if (where === 'phone') {
    await expectNoSidewaysScroll(page);
    return picture(page, `${name}-in-hand`);
  }
  await looksRight(page, name);
  await page.setViewportSize(WIDE);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await picture(page, `${name}-wide`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** A picture for the documentation, at a desk in light. */
async function shown(page: Page, name: string, where: 'desk' | 'phone'): Promise<void> {
  if (images === undefined || where === 'phone') return;
  await page.evaluate('scrollTo(0, 0)');
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(images, `${name}.png`) });
}

async function comesIn({ page }: Journey): Promise<void> {
  await page.goto('/');
  await page.getByText('These are the newest.').waitFor();
  assert.equal(new URL(page.url()).pathname, '/today');
  assert.ok((await places(page).count()) >= 10);
  await page.getByRole('main').getByRole('link', { name: 'Walk in' }).click();
  await walkInHere(page, MARA);
}

async function chooses({ page }: Journey, where: 'desk' | 'phone'): Promise<void> {
  await page.waitForURL('**/interests');
  const [first, ...others] = TOPICS;
  await find(page, first.toLowerCase(), new RegExp(`^${first}`));
  await page.getByRole('button', { name: `Take out ${first}` }).waitFor();
  await page.getByText('Two to pick').waitFor();
  for (const topic of others) await find(page, topic.toLowerCase(), new RegExp(`^${topic}`, 'i'));
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await preview.locator('.why').nth(2).waitFor();
  await looked(page, 'feed-interests', where);
  await shown(page, 'interests', where);
  await page.getByRole('button', { name: 'Show me Today' }).click();
}

async function reads({ page }: Journey, where: 'desk' | 'phone'): Promise<void> {
  await end(page).waitFor();
  assert.equal(new URL(page.url()).pathname, '/today');
  assert.equal(await places(page).count(), 5);
  await page.getByText(/^Your first Today: five papers out of \d+ in the library/).waitFor();
  await expectReasons(page);
  const metas = await page.locator('.today .rows .meta').allInnerTexts();
  assert.ok(
    metas.some((meta) => /trial|review|cohort|study/i.test(meta)),
    'the design is said',
  );
  await looked(page, 'feed-today', where);
  await shown(page, 'today', where);
}

async function reacts({ page }: Journey, where: 'desk' | 'phone'): Promise<void> {
  const before = await order(page);
  for (const at of [1, 3]) {
    const row = places(page).filter({ hasText: before[at] as string });
    await row.getByRole('button', { name: 'Like', exact: true }).click();
    await told(page, 'Liked');
    await isPressed(row, 'Like');
    await kept(page, { opinion: 'like' }, row);
  }
  // Where nothing in Today itself moved, the end says what moved behind it.
  await page
    .locator('.today')
    .getByText(/moved up .*because you liked/)
    .first()
    .waitFor();
  if (where === 'desk') await picture(page, 'feed-moved-desk-light');
  const last = places(page).filter({ hasText: before[4] as string });
  await last.getByRole('button', { name: 'Less', exact: true }).click();
  await gone(page).getByText(`You will see less like “`).waitFor();
  assert.equal(await places(page).count(), 5, 'the place stays');
  await gone(page).getByRole('button', { name: /^Undo/ }).click();
  await gone(page).waitFor({ state: 'detached' });
  await last.getByRole('button', { name: 'Less', exact: true }).click();
  await gone(page).waitFor();
  await page.reload();
  await gone(page).getByText('You will see less like “').waitFor();
  assert.equal(await page.locator('.today .act.of-like[aria-pressed="true"]').count(), 2);
  // Without the word of the last press, which lies over a row for a while.
  await page.evaluate('scrollTo(0, 0)');
  await looked(page, 'feed-changed', where);
}

async function opens({ page }: Journey, where: 'desk' | 'phone'): Promise<void> {
  const gist = page.getByRole('heading', { level: 2, name: /^What the authors conclude/ });
  const abstract = page.getByRole('heading', { level: 2, name: 'Abstract', exact: true });
  await end(page).waitFor();
  const titles = places(page).locator('.row-title a');
  const today = await titles.count();
  // Where an abstract has no conclusion of its own, none is made up: the first that has one is read, of Today or behind it.
  for (let at = 0; at < today + 10; at += 1) {
    await page.goto(at < today ? '/today' : '/today/all');
    const row = at < today ? titles.nth(at) : page.locator('.feed .row-title a').nth(at - today);
    await row.click();
    // They are asked for when they come near.
    await page.getByRole('heading', { level: 2, name: 'Related papers' }).scrollIntoViewIfNeeded();
    await page.getByRole('region', { name: 'Related papers' }).getByText('they share').first().waitFor();
    if ((await gist.count()) > 0) break;
  }
  const [gistAt, abstractAt] = [await gist.boundingBox(), await abstract.boundingBox()];
  assert.ok(gistAt && abstractAt && gistAt.y < abstractAt.y, 'the conclusion comes before the abstract');
  assert.ok((await page.getByRole('main').locator('h3').count()) > 0, 'the abstract has its labels');
  await looked(page, 'feed-paper', where);
}

async function keeps({ page }: Journey, where: 'desk' | 'phone'): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await told(page, 'Saved');
  await page.getByRole('button', { name: 'Labels', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'A label, new or known' });
  await box.fill('Journal club');
  await box.press('Enter');
  await told(page, 'Labelled “Journal club”');
  await page.keyboard.press('Escape');
  await page.goto('/saved?label=Journal+club');
  await page.locator('.found').first().waitFor();
  assert.equal(await page.locator('.found').count(), 1);
  await page.goto('/search?q=delirium');
  await page.locator('.found').first().waitFor();
  await page.getByRole('button', { name: /^Take it out as a file: all/ }).click();
  assert.match(await taken(page, page.getByRole('link', { name: /^RIS/ })), /^TY {2}- /m);
  if (where === 'phone') await expectNoSidewaysScroll(page);
  await page.goto('/today');
  await end(page).waitFor();
  await gone(page).getByRole('button', { name: /^Undo/ }).click();
  await gone(page).waitFor({ state: 'detached' });
}

async function choosesByKey({ page }: Journey): Promise<void> {
  const { keyboard } = page;
  await page.goto('/today');
  await page.getByText('These are the newest.').waitFor();
  await keyboard.press('j');
  await keyboard.press('l');
  await page.waitForURL(/\/walk-in/);
  await tabTo(page, new RegExp(MARA));
  await keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/today');
  await end(page).waitFor();
  await page.goto('/interests');
  await page.getByRole('heading', { level: 2, name: /^Your three/ }).waitFor();
  await page.getByRole('searchbox', { name: /^Find a topic/ }).focus();
  for (const topic of TOPICS) {
    await keyboard.press('Control+A');
    await keyboard.type(topic.toLowerCase());
    await page.getByRole('group', { name: `Found for ${topic.toLowerCase()}` }).waitFor();
    await tabTo(page, new RegExp(`^${topic}`, 'i'));
    await keyboard.press('Space');
    await page.getByRole('button', { name: new RegExp(`^Take out ${topic}`, 'i') }).waitFor();
    await page.getByRole('searchbox', { name: /^Find a topic/ }).focus();
  }
  await tabTo(page, /^Show me Today$/);
  await keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/today');
  await end(page).waitFor();
}

async function reactsByKey({ page }: Journey): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('j');
  await keyboard.press('j');
  const liked = await focused(page);
  await keyboard.press('l');
  await told(page, 'Liked');
  await kept(page, { opinion: 'like' }, places(page).filter({ hasText: liked }));
  assert.equal(await focused(page), liked, 'the focus stays where one acted');
  await keyboard.press('j');
  const less = await focused(page);
  await keyboard.press('d');
  await gone(page).waitFor();
  assert.match(await focused(page), /^Undo/);
  await keyboard.press('d');
  await gone(page).waitFor({ state: 'detached' });
  assert.equal(await focused(page), less, 'and comes back with the paper');
  await keyboard.press('x');
  await gone(page)
    .getByText(/^You will not be shown/)
    .waitFor();
  await keyboard.press('u');
  await gone(page).waitFor({ state: 'detached' });
}

async function keepsByKey({ page }: Journey): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('j');
  await keyboard.press('o');
  await page.waitForURL(/\/paper\//);
  await page.getByRole('heading', { level: 2, name: 'About this record' }).waitFor();
  await keyboard.press('s');
  await told(page, 'Saved');
  await tabTo(page, /^Labels$/);
  await keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: 'A label, new or known' });
  await box.waitFor();
  await page.locator('input:focus').waitFor();
  assert.equal(await page.locator('input:focus').getAttribute('id'), await box.getAttribute('id'));
  await keyboard.type('Ward round');
  await keyboard.press('Enter');
  await told(page, 'Labelled “Ward round”');
  await keyboard.press('Escape');
  await keyboard.press('/');
  await page.waitForURL(/\/search/);
  await keyboard.type('delirium');
  await keyboard.press('Enter');
  await page.locator('.found').first().waitFor();
}
