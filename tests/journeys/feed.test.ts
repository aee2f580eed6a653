/** The feed around Today: without an account, before it is ready, all papers ranked, what it believes, and earlier days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium, expectAccessible, looksRight, picture } from '../_browser.ts';
import { begin, end, gone, places } from './_feed.ts';
import { focused, journey } from './_journey.ts';
import type { Journey } from './_journey.ts';
import { JO, told, undo, walkIn } from './_reading.ts';

const found = chromium();
const skip = 'skip' in found && found.skip;

test('the feed without an account', { skip, timeout: 180_000 }, (run) =>
  journey(run, [
    { name: 'the newest papers, and what an account would make of them', walk: showsNewest },
    { name: 'how it chooses is said in half a page', walk: saysWhy },
    { name: 'pages of somebody say so and lead in', walk: leadsIn },
    { name: 'while the library is read it says how far, and goes on by itself', walk: waits },
    { name: 'a house without papers says how they come in', walk: isEmpty },
  ]),
);

test('the feed of a reader', { skip, timeout: 240_000 }, (run) =>
  journey(run, [
    { name: 'it begins with likes as well as with interests', walk: beginsByExample },
    { name: 'everything is ranked, twenty a page', walk: pages },
    { name: 'what it believes is corrected, and taken back', walk: corrects },
    { name: 'what is left out, how many a day, and a pause', walk: sets },
    { name: 'starting over can be undone', walk: startsOver },
    { name: 'a day is kept with what was pressed, and comes out the same', walk: looksBack },
    { name: 'signing out leaves the newest papers and nothing of theirs', walk: leaves },
    { name: 'from choosing in one house the switch leads to Today of the other', walk: switches },
  ]),
);

async function showsNewest({ page }: Journey): Promise<void> {
  await page.goto('/today');
  await page.getByText('These are the newest.').waitFor();
  assert.equal(await page.locator('.today .why').count(), 0, 'nothing is known, so no reason is given');
  await page.getByRole('complementary', { name: 'A Today of your own' }).waitFor();
  await looksRight(page, 'feed-newest');
}

async function saysWhy({ page }: Journey): Promise<void> {
  await page.getByRole('link', { name: 'How papers would be chosen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Why these papers?' }).waitFor();
  await looksRight(page, 'feed-why');
}

async function leadsIn({ page }: Journey): Promise<void> {
  for (const path of ['/today/all', '/today/days', '/today/days/2026-01-01', '/today/profile', '/interests']) {
    await page.goto(path);
    await page.getByRole('main').getByRole('link', { name: 'Walk in' }).waitFor();
  }
  await expectAccessible(page);
}

async function waits({ page, context }: Journey): Promise<void> {
  let asked = 0;
  // The sample is read in a moment; here it is made to last.
  await context.route('**/api/feed', async (route) => {
    asked += 1;
    if (asked > 2) return route.continue();
    return route.fulfill({ json: { kind: 'preparing', papers: 327, read: asked * 100 } });
  });
  await page.goto('/today');
  await page.getByText('Reading the library for you: 100 of 327 papers').waitFor();
  await page.getByText('These are the newest.').waitFor();
  assert.equal(asked, 3);
  await context.unroute('**/api/feed');
}

async function isEmpty({ page }: Journey): Promise<void> {
  await page.getByRole('radio', { name: 'Yours' }).first().check();
  await page.waitForURL(/\/today$/);
  await page.getByRole('heading', { level: 2, name: 'The library holds no papers yet' }).waitFor();
  await looksRight(page, 'feed-empty');
}

async function beginsByExample({ page }: Journey): Promise<void> {
  await walkIn(page);
  await page.goto('/today');
  await page.waitForURL('**/interests');
  const show = page.getByRole('button', { name: 'Show me Today' });
  await page.getByText('Pick at least one, or like three papers.').waitFor();
  assert.equal(await show.getAttribute('aria-disabled'), 'true');
  await page.getByRole('searchbox').fill('qqqq');
  await page.getByText('This library has no topic, specialty or journal like “qqqq”.').waitFor();
  await page.getByRole('searchbox').fill('');
  await page.getByText('Rather choose by example').click();
  const likes = page.locator('.example').getByRole('button', { name: 'Like', exact: true });
  for (const at of [0, 1, 2]) {
    await likes.nth(at).click();
    await page.getByText(`${at + 1} liked.`).waitFor();
  }
  await page.getByText('That is enough to begin.').waitFor();
  await looksRight(page, 'feed-examples');
  await show.click();
  await end(page).waitFor();
  await page.getByRole('link', { name: 'Change, pause or start over' }).waitFor();
  await page.goto('/interests');
  await begin(page, ['Delirium']);
  await page.getByText('You chose Delirium.').waitFor();
}

async function pages({ page }: Journey): Promise<void> {
  await page.getByRole('link', { name: /^See the other \d+, ranked$/ }).click();
  await page.getByRole('heading', { level: 1, name: 'All papers, ranked' }).waitFor();
  await page.locator('.rows > li').nth(19).waitFor();
  const first = await page.locator('.row-title').first().innerText();
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await page.getByText(/^Papers 21–40 of \d+$/).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('page'), '2');
  assert.equal(await focused(page), await page.locator('.row-title').first().innerText(), 'a page begins at its top');
  for (const why of await page.locator('.why').allInnerTexts()) assert.match(why, /^Why: \S/);
  await looksRight(page, 'feed-all');
  await page.getByRole('link', { name: 'Previous', exact: true }).click();
  await page.getByText(/^Papers 1–20 of \d+$/).waitFor();
  assert.equal(await page.locator('.row-title').first().innerText(), first);
}

async function corrects({ page }: Journey): Promise<void> {
  await page.goto('/today/profile');
  await page.getByRole('heading', { level: 2, name: 'Words it looks for' }).waitFor();
  await page.getByText('It rests on 3 papers you liked.').waitFor();
  const line = page.locator('.believe > li').first();
  const more = line.getByRole('button', { name: /^More of / });
  const term = ((await more.getAttribute('aria-label')) ?? '').replace('More of ', '');
  const same = page
    .locator('.believe > li')
    .filter({ has: page.getByRole('button', { name: `More of ${term}`, exact: true }) });
  await more.click();
  await told(page, `More of “${term}”`);
  await same.getByText('you said more').waitFor();
  await undo(page);
  await same.getByText('you said more').waitFor({ state: 'detached' });
  await same.getByRole('button', { name: `Less of ${term}`, exact: true }).click();
  await same.getByText('you said less').waitFor();
  await same.getByRole('button', { name: `Less of ${term}`, exact: true }).click();
  await told(page, 'is left to what you like');
  await same.getByRole('button', { name: `Forget ${term}`, exact: true }).click();
  await told(page, `“${term}” is forgotten`);
  await undo(page);
  await looksRight(page, 'feed-profile');
  await page.goto('/today');
  await end(page).waitFor();
  const beside = page.getByRole('complementary', { name: 'About Today' });
  await beside
    .getByRole('button', { name: /^More of / })
    .first()
    .click();
  await beside.getByText('you said more').waitFor();
  await undo(page);
  await beside.getByText('you said more').waitFor({ state: 'detached' });
}

async function sets({ page }: Journey): Promise<void> {
  await page.goto('/today/profile');
  const types = page.getByRole('group', { name: 'Types of paper' });
  await types.getByRole('checkbox').first().check();
  await told(page, 'is left out');
  await page.getByRole('checkbox', { name: 'Papers on animals alone' }).check();
  await told(page, 'Papers on animals alone are left out');
  await page.getByLabel('Papers in Today, at most').selectOption('3');
  await told(page, 'At most three papers a day');
  await page.getByRole('checkbox', { name: /^Learn from what I press/ }).uncheck();
  await told(page, 'Learning is paused');
  await page.getByRole('main').getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByText(/^Papers on animals alone; /).waitFor();
  await page.getByText('Learning is paused.').waitFor();
  await picture(page, 'feed-paused');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('Learning is paused.').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Change, pause or start over' }).click();
  await types.getByRole('checkbox').first().uncheck();
  await told(page, 'is in again');
  await undo(page);
  await types.locator(':checked').first().waitFor();
}

async function startsOver({ page }: Journey): Promise<void> {
  await page.goto('/today/profile');
  await page.getByText('It rests on 3 papers you liked.').waitFor();
  await page.getByRole('button', { name: 'Start over' }).click();
  await told(page, 'Started over');
  await page.getByText(/^You have not pressed Like or Less yet/).waitFor();
  await undo(page);
  await page.getByText('It rests on 3 papers you liked.').waitFor();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByText(/^You have not pressed Like or Less yet/).waitFor();
  await page.getByRole('button', { name: 'Have back what it had learned' }).click();
  await told(page, 'Everything it had learned is back');
  await page.getByText('It rests on 3 papers you liked.').waitFor();
}

async function looksBack({ page }: Journey): Promise<void> {
  await page.goto('/today');
  await end(page).waitFor();
  const row = places(page).first();
  const title = await row.locator('.row-title').innerText();
  await row.getByRole('button', { name: 'Less', exact: true }).click();
  await gone(page).waitFor();
  await page.goto('/today/days');
  await page.locator('.days a').first().click();
  await page.getByRole('heading', { level: 2, name: 'Would it come out the same?' }).waitFor();
  await page.locator('.rows').getByText(title).first().waitFor();
  await page.getByText('Ranked anew with what was known then, the papers come out in the same order.').waitFor();
  await page.locator('.thread').getByText('You wanted less like').waitFor();
  await page.getByText('What it was made with').click();
  await page.getByText('Number for chance').waitFor();
  await page.evaluate('scrollTo(0, 0)');
  await looksRight(page, 'feed-day');
}

async function leaves({ page }: Journey): Promise<void> {
  await page.goto('/today');
  await end(page).waitFor();
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('These are the newest.').waitFor();
  assert.equal(new URL(page.url()).pathname, '/today');
  assert.equal(await page.locator('.why, .gone-place, .act[aria-pressed="true"]').count(), 0);
  assert.equal(await page.getByText('What Today is built on').count(), 0);
}

async function switches({ page }: Journey): Promise<void> {
  await walkIn(page, JO);
  await page.waitForURL('**/interests');
  await page.getByRole('searchbox', { name: /^Find a topic/ }).waitFor();
  await page.getByRole('radio', { name: 'Yours' }).first().check();
  await page.getByRole('heading', { level: 2, name: 'The library holds no papers yet' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/today');
}
