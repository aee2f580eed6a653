/** A collection of two people: made, shared, changed by both, left, renamed, taken out and removed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium, expectAccessible, looksRight, picture } from '../_browser.ts';
import { journey } from './_journey.ts';
import type { Journey } from './_journey.ts';
import { another, JO, rowOf, taken, told, undo, walkIn } from './_reading.ts';

const found = chromium();
const skip = 'skip' in found && found.skip;
const TITLE = 'Getting patients out of bed in the first 24 hours after sepsis';

test('a reader shares a collection', { skip, timeout: 120_000 }, (run) =>
  journey(run, [{ name: 'it is made, shared, changed by two, and ended', walk: shares }]),
);

async function shares({ page, address }: Journey): Promise<void> {
  await walkIn(page);
  await page.goto('/collections');
  await page.getByRole('textbox', { name: 'A new collection' }).fill('Journal club <b>');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Journal club <b>' }).waitFor();
  await page.getByText('No papers yet.').waitFor();
  await looksRight(page, 'collection-empty');
  const here = page.url();

  await page.goto('/search?q=getting+patients+out+of+bed');
  await rowOf(page, TITLE).getByRole('button', { name: 'More' }).click();
  const menu = page.getByRole('group', { name: 'More with this paper' });
  await menu.getByRole('button', { name: 'Add to a collection' }).click();
  await menu.getByRole('button', { name: /^Journal club/ }).click();
  await told(page, 'Added to “Journal club <b>”');
  await page.goto(here);
  await rowOf(page, TITLE)
    .getByText(/^Added by Dr Mara Oyelaran on/)
    .waitFor();
  await page.getByLabel('Share with a colleague').fill('jo');
  await page.getByRole('button', { name: `Share with ${JO}` }).click();
  await told(page, `${JO} may read it`);
  await looksRight(page, 'collection');

  const { context, page: jo } = await another(page, address);
  await walkIn(jo, JO);
  await jo.goto('/collections');
  await jo.getByRole('link', { name: 'Journal club <b>' }).click();
  await jo.getByText('from Dr Mara Oyelaran').waitFor();
  await rowOf(jo, TITLE).getByRole('button', { name: 'More' }).click();
  await jo.getByRole('button', { name: 'Add to a collection' }).waitFor();
  assert.equal(await jo.getByRole('button', { name: 'Remove from this collection' }).count(), 0, 'may only read');
  assert.equal(await jo.getByRole('button', { name: 'Rename' }).count(), 0);

  await page.getByLabel(`What ${JO} may do`).selectOption('add');
  await told(page, `${JO} may add papers`);
  await jo.goto(here);
  await rowOf(jo, TITLE).getByRole('button', { name: 'More' }).click();
  await jo.getByRole('button', { name: 'Add to a collection' }).waitFor();
  assert.equal(await jo.getByRole('button', { name: 'Remove from this collection' }).count(), 0, 'she did not add it');
  await jo.goto('/search?q=step+counts+septic+shock');
  const second = jo.locator('.found').first();
  const title = await second.getByRole('link').innerText();
  await second.getByRole('button', { name: 'More' }).click();
  await jo.getByRole('button', { name: 'Add to a collection' }).click();
  await jo.getByRole('button', { name: /^Journal club/ }).click();
  await told(jo, 'Added to “Journal club <b>”');
  await jo.goto(here);
  await rowOf(jo, title)
    .getByText(/^Added by Jo Bell on/)
    .waitFor();
  await rowOf(jo, title).getByRole('button', { name: 'More' }).click();
  await jo.getByRole('button', { name: 'Remove from this collection' }).click();
  await told(jo, 'Removed from this collection');
  await rowOf(jo, title).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: `End sharing with ${JO}` }).click();
  await told(page, `No longer shared with ${JO}`);
  await undo(page);
  await told(page, `${JO} may add papers`);
  await jo.getByRole('button', { name: 'Leave this collection' }).click();
  await jo.getByRole('button', { name: 'Leave it' }).click();
  await jo.getByRole('heading', { level: 1, name: 'Collections' }).waitFor();
  await jo.goto(here);
  await jo.getByRole('heading', { level: 1, name: 'No collection of yours is here' }).waitFor();
  await context.close();

  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Another name for this collection' }).fill('Guideline group');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Guideline group' }).waitFor();
  await page.getByRole('button', { name: 'Take it out as a file: this paper' }).click();
  assert.match(await taken(page, page.getByRole('link', { name: /^BibTeX/ })), /out of bed/i);
  await page.getByRole('button', { name: 'Remove this collection' }).click();
  const asked = page.getByRole('dialog', { name: 'Remove the collection?' });
  await expectAccessible(page);
  await picture(page, 'collection-remove');
  await asked.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Remove this collection' }).click();
  await asked.getByRole('button', { name: 'Remove it' }).click();
  await told(page, 'Collection removed');
  await page.getByRole('heading', { level: 1, name: 'Collections' }).waitFor();
  assert.equal(await page.getByText('Guideline group').count(), 0);
}
