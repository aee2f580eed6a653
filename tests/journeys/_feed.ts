/** What journeys of the feed share: choosing what to keep up with, and Today's rows. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** The rows of Today, empty places among them. */
export const places = (page: Page): Locator => page.locator('.today .rows > li');
export const end = (page: Page): Locator => page.getByText('That is all for today.', { exact: true });
export const gone = (page: Page): Locator => page.locator('.gone-place');

/** Types the beginning of a name and presses what is found by it. */
export async function find(page: Page, words: string, name: RegExp): Promise<void> {
  await page.getByRole('searchbox', { name: /^Find a topic/ }).fill(words);
  const offer = page.getByRole('group', { name: `Found for ${words}` });
  await offer.getByRole('button', { name }).first().click();
}

/** Chooses these on the page of the first run, and waits for the Today made of them. */
export async function begin(page: Page, topics: readonly string[]): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'What do you want to keep up with?' }).waitFor();
  for (const topic of topics) await find(page, topic.toLowerCase(), new RegExp(`^${topic}`, 'i'));
  await page.getByRole('button', { name: 'Show me Today' }).click();
  await end(page).waitFor();
}

/** Fails unless each place has a paper that says how old it is and why it is there. */
export async function expectReasons(page: Page): Promise<void> {
  for (const row of await places(page).all()) {
    assert.match(await row.locator('.why').innerText(), /^Why: \S/);
    assert.match(await row.locator('.meta').first().innerText(), / ago|yesterday|today|in \w+ \d{4}/i);
  }
}

/** The titles of Today in their order; of an empty place, what it says. */
export async function order(page: Page): Promise<string[]> {
  const rows = await places(page).all();
  return Promise.all(rows.map((row) => row.locator('.row-title, .gone-place > p').first().innerText()));
}
