/** What a reader does with papers where they stand in a list: by key on the row in focus, and folded where they are not wanted again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium, expectAccessible, looksRight } from '../_browser.ts';
import { focused, journey } from './_journey.ts';
import type { Journey } from './_journey.ts';
import { isPressed, kept, rowOf, told, walkIn } from './_reading.ts';

const found = chromium();
const skip = 'skip' in found && found.skip;
const RETRACTED = 'Step counts and recovery after septic shock';

test('a reader makes something of papers in a list', { skip, timeout: 180_000 }, (run) =>
  journey(run, [
    { name: 'the row in focus is meant', walk: actsInList },
    { name: 'not again folds a row and never hides a retraction', walk: foldsRow },
  ]),
);

async function actsInList({ page }: Journey): Promise<void> {
  await walkIn(page);
  const { keyboard } = page;
  await page.goto('/search?q=sepsis');
  const rows = page.locator('.found');
  await rows.nth(2).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/marks?')) asked.push(request.url());
  });
  await keyboard.press('l');
  assert.equal(await page.locator('.found [aria-pressed="true"]').count(), 0, 'no row in focus, nothing meant');
  await keyboard.press('j');
  await keyboard.press('j');
  await keyboard.press('s');
  await told(page, 'Saved');
  await isPressed(rows.nth(1), 'Save');
  assert.equal(await page.locator('.found [aria-pressed="true"]').count(), 1);
  await keyboard.press('r');
  await rows.nth(1).locator('.marked').getByText('Read', { exact: true }).waitFor();
  await keyboard.press('n');
  const box = page.getByRole('textbox', { name: 'Your note' });
  await box.fill('From the list');
  await box.press('Control+Enter');
  await told(page, 'Note kept');
  await isPressed(rows.nth(1), 'Note');
  await rows.nth(0).getByRole('button', { name: 'More' }).click();
  await page.getByRole('group', { name: 'More with this paper' }).getByRole('button', { name: 'Not again' }).waitFor();
  await looksRight(page, 'reading-row-menu');
  await keyboard.press('Escape');
  asked.length = 0;
  await page.reload();
  await isPressed(rows.nth(1), 'Save');
  assert.equal(asked.length, 1, 'the marks of a page are asked for at once');
  await looksRight(page, 'reading-rows');
  await isPressed(rows.nth(1), 'Save');
  for (const name of ['Save', 'Note']) await rows.nth(1).getByRole('button', { name, exact: true }).click();
  await page.getByRole('textbox', { name: 'Your note' }).fill('');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await told(page, 'Note removed');
  await kept(page, { isSaved: false }, rows.nth(1));
}

async function foldsRow({ page }: Journey): Promise<void> {
  const { keyboard } = page;
  await page.goto('/search?q=step+counts+septic+shock');
  const row = rowOf(page, RETRACTED).filter({ has: page.locator('.chip.is-retracted') });
  await row.getByRole('link').focus();
  await keyboard.press('x');
  const folded = page.locator('.folded').filter({ hasText: RETRACTED });
  await folded.getByText('You did not want this again.').waitFor();
  await folded.getByText('Retracted').waitFor();
  assert.match(await focused(page), /^Show/, 'the keyboard is still there');
  await keyboard.press('j');
  assert.doesNotMatch(await focused(page), /^Show/);
  await keyboard.press('k');
  assert.match(await focused(page), /^Show/, 'and goes over it like over any row');
  await looksRight(page, 'reading-folded');
  await folded.getByRole('button', { name: /^Show/ }).click();
  await row.waitFor();
  assert.match(await focused(page), new RegExp(RETRACTED));
  await keyboard.press('x');
  await told(page, 'Shown again');
  await keyboard.press('d');
  await page.keyboard.press('Escape');
  await row.locator('.chip.is-retracted').waitFor();
  await row.getByRole('link').click();
  await page.getByRole('region', { name: 'Retracted', exact: true }).waitFor();
  await isPressed(page, 'Less');
  await expectAccessible(page);
  await kept(page, { opinion: 'less' });
}
