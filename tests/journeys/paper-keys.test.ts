/** A paper found, opened and passed on by keyboard alone; and single keys switched off. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { chromium, expectAccessible, looksRight, picture } from '../_browser.ts';
import { copied, focused, journey } from './_journey.ts';
import type { Journey } from './_journey.ts';

const found = chromium();
const skip = 'skip' in found && found.skip;
const SOUND = '/paper/10.5555%2Fattune.sample.0001';

test('a paper is read by keyboard alone', { skip, timeout: 120_000 }, (run) =>
  journey(
    run,
    [
      { name: 'j and k go through the list, Enter and o open', walk: walksTheList },
      { name: 'c copies, and a toast says so', walk: copiesByKey },
      { name: 'while typing and with modifiers, letters are letters', walk: leavesTypingAlone },
      { name: '? lists the keys, and they can be switched off for good', walk: switchesOff },
    ],
    { browser: { permissions: ['clipboard-read', 'clipboard-write'] } },
  ),
);

async function walksTheList({ page }: Journey): Promise<void> {
  const { keyboard } = page;
  await page.goto('/search?q=sepsis');
  await page.locator('.found').nth(2).waitFor();
  const titles = await page.locator('.rows .row-title a').allInnerTexts();
  for (const [key, at] of [
    ['j', 0],
    ['j', 1],
    ['j', 2],
    ['k', 1],
  ] as const) {
    await keyboard.press(key);
    assert.equal(await focused(page), titles[at]);
  }
  await picture(page, 'paper-keys-row');
  for (let step = 0; step < titles.length + 2; step += 1) await keyboard.press('j');
  assert.equal(await focused(page), titles.at(-1), 'the list ends');
  assert.ok(await isSeen(page), 'the row in focus is on the screen and under nothing');
  for (let step = 0; step < titles.length + 2; step += 1) await keyboard.press('k');
  assert.equal(await focused(page), titles[0]);
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: titles[0] as string }).waitFor();
  await page.goBack();
  await page.locator('.found').nth(2).waitFor();
  await keyboard.press('j');
  await keyboard.press('j');
  await keyboard.press('o');
  await page.getByRole('heading', { level: 1, name: titles[1] as string }).waitFor();
}

async function copiesByKey({ page }: Journey): Promise<void> {
  await page.goto(SOUND);
  const button = page.getByRole('button', { name: 'Copy for the team' });
  await button.waitFor();
  assert.equal(await button.getAttribute('aria-keyshortcuts'), 'c');
  await page.keyboard.press('c');
  await page.getByRole('status').getByText('Copied for the team').waitFor();
  assert.match(await copied(page), /Getting patients out of bed/);
}

async function leavesTypingAlone({ page }: Journey): Promise<void> {
  const { keyboard } = page;
  await page.goto('/search?q=sepsis');
  await page.locator('.found').first().waitFor();
  await keyboard.press('/');
  await page.locator('#q:focus').waitFor();
  await keyboard.type('jkoc?/');
  assert.equal(
    await page.locator('#q').inputValue(),
    'jkoc?/',
    'what stood there was selected, and letters are letters',
  );
  await page.goto(SOUND);
  await page.getByRole('button', { name: 'Copy for the team' }).waitFor();
  await keyboard.press('Control+c');
  assert.equal(await page.getByText('Copied for the team').count(), 0);
}

async function switchesOff({ page }: Journey): Promise<void> {
  const { keyboard } = page;
  await page.goto('/search?q=sepsis');
  await page.locator('.found').first().waitFor();
  await keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await sheet.waitFor();
  await looksRight(page, 'keys');
  await sheet.getByRole('checkbox', { name: /^Single keys/ }).uncheck();
  await picture(page, 'keys-off');
  await expectAccessible(page);
  await keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  const place = (): Promise<unknown> => page.evaluate('document.activeElement.tagName + document.activeElement.id');
  const before = await place();
  for (const key of ['j', '/', '?', 'o']) await keyboard.press(key);
  assert.equal(await place(), before);
  assert.equal(await sheet.count(), 0);
  await page.reload();
  await page.locator('.found').first().waitFor();
  await keyboard.press('j');
  assert.equal(
    await page.evaluate("document.activeElement.closest('.rows') === null"),
    true,
    'the browser remembers it: no row has the focus',
  );
  assert.equal(await page.locator('[aria-keyshortcuts]').count(), 0);
  await page.getByRole('button', { name: 'Keys' }).click();
  await sheet.getByRole('checkbox', { name: /^Single keys/ }).check();
  await keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await keyboard.press('j');
  assert.notEqual(await place(), before);
}

/** Whether what has the focus is what a pointer would meet at its place. */
const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    `(() => { const box = document.activeElement.getBoundingClientRect();
       const hit = document.elementFromPoint(box.left + 4, box.top + box.height / 2);
       return hit !== null && document.activeElement.contains(hit); })()`,
  );
