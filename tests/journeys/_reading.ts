/** What journeys of readers share: coming into the sample as one of its people, and what the page says of a press. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Mark } from '#api/index.ts';
import { atDesk } from '../_browser.ts';

export const MARA = 'Dr Mara Oyelaran';
export const JO = 'Jo Bell';

/** At the door of the sample: walks in as this person and comes out where they were led to. */
export async function walkInHere(page: Page, name = MARA): Promise<void> {
  await page.waitForURL(/\/walk-in/);
  await page.getByRole('main').getByRole('button', { name }).click();
  await page.waitForURL((url) => url.pathname !== '/walk-in');
}

export async function walkIn(page: Page, name = MARA): Promise<void> {
  await page.goto('/walk-in');
  await walkInHere(page, name);
}

/** Somebody else at another computer. */
export async function another(page: Page, address: string): Promise<{ context: BrowserContext; page: Page }> {
  const browser = page.context().browser();
  assert.ok(browser);
  const context = await browser.newContext({ locale: 'en-GB', baseURL: address, ...atDesk });
  const other = await context.newPage();
  other.setDefaultTimeout(10_000);
  return { context, page: other };
}

/** Waits for the word that something was done. */
export async function told(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('.toast').getByRole('status').getByText(words).waitFor();
}

export async function undo(page: Page): Promise<void> {
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
}

/** Waits until a button of marks is pressed, or is not. */
export async function isPressed(within: Page | Locator, name: string, pressed = true): Promise<void> {
  await within.locator(`.act[aria-pressed="${pressed}"]`, { hasText: new RegExp(`^${name}$`) }).waitFor();
}

export const rowOf = (page: Page, title: string): Locator => page.locator('.found').filter({ hasText: title });

/** Waits until the server has it so, as it stands there and not only on the screen. @param row where the paper is not the page's. */
export async function kept(page: Page, expected: Partial<Mark>, row?: Locator): Promise<void> {
  const id = row ? await row.locator('.row-title').getAttribute('id') : await paperOfPage(page);
  assert.ok(id);
  let mark: Partial<Mark> | undefined;
  for (const until = Date.now() + 10_000; Date.now() < until;) {
    const answer = await page.request.get('/api/marks', { params: { papers: id } });
    mark = ((await answer.json()) as { marks: Record<string, Mark> }).marks[id];
    if (Object.entries(expected).every(([name, value]) => mark?.[name as keyof Mark] === value)) return;
  }
  assert.deepEqual(mark, expected);
}

async function paperOfPage(page: Page): Promise<string | undefined> {
  const address = await page.getByRole('link', { name: 'RIS', exact: true }).getAttribute('href');
  return address?.split('/')[3];
}

/** The text of the file that a link gives. */
export async function taken(page: Page, link: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  assert.match(download.suggestedFilename(), /^attune.*\.\w+$/);
  return readFileSync(await download.path(), 'utf8');
}
