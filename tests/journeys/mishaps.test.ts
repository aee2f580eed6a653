/** What a person sees where something is not as they thought: the words say what, where, and what to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atDesk, chromium, launch, looksRight, watchedContext } from '../_browser.ts';
import { served, temporaryFolder } from '../_server.ts';

/** What the browser says of its own accord where the server refuses or has nothing, which is what is asked for here. */
const REFUSED = /^console: Failed to load resource: the server responded with a status of 40[04]/;

const found = chromium();

test('mishaps are explained', { skip: 'skip' in found && found.skip, timeout: 60_000 }, async (run) => {
  const data = temporaryFolder();
  const server = await served({ data: data.path });
  const browser = await launch();
  const { context, expectNothingWrong } = await watchedContext(browser, server.address, atDesk);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);

    await run.test('a query that cannot be read is told where it goes wrong', async () => {
      await page.goto(`/search?q=${encodeURIComponent('sepsis AND (walking')}`);
      await page.getByRole('alert').waitFor();
      assert.match(await page.getByRole('alert').locator('mark').innerText(), /\($/);
      assert.equal(await page.getByRole('textbox', { name: /^Search papers/ }).inputValue(), 'sepsis AND (walking');
      await looksRight(page, 'query-refused');
      expectNothingWrong(REFUSED);
    });

    await run.test('a search without papers says which word nothing has', async () => {
      await page.goto('/search?q=quellmark');
      await page.getByRole('heading', { name: 'No papers' }).waitFor();
      assert.ok(await page.getByText('Nothing in this library has “quellmark”.').isVisible());
      await looksRight(page, 'nothing-found');
      expectNothingWrong();
    });

    await run.test('a paper that is not here, and an address that leads nowhere, say so', async () => {
      await page.goto('/paper/99999999');
      await page.getByRole('heading', { level: 1, name: 'This paper is not in the library' }).waitFor();
      await looksRight(page, 'paper-not-here');
      await page.goto('/nowhere');
      await page.getByRole('heading', { level: 1, name: 'Nothing at this address' }).waitFor();
      await looksRight(page, 'no-such-page');
      expectNothingWrong(REFUSED);
    });

    await run.test('a server that went away is told, and a second try helps once it is back', async () => {
      await page.goto('/search');
      await page.getByRole('heading', { name: 'Three ways to ask' }).waitFor();
      await context.setOffline(true);
      await page.getByRole('textbox', { name: /^Search papers/ }).fill('sepsis');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      assert.ok(await page.getByText('Your words are kept in the box.').isVisible());
      await looksRight(page, 'server-away');
      await context.setOffline(false);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { name: /^\d+ papers$/ }).waitFor();
      expectNothingWrong(/^console: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/);
    });
  } finally {
    await browser.close();
    await server.stop();
    data.remove();
  }
});
