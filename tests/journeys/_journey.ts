/** A journey: one browser, one server, one page, and steps that each leave nothing wrong behind. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import assert from 'node:assert/strict';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { atDesk, launch, watchedContext } from '../_browser.ts';
import { attune, served, temporaryFolder } from '../_server.ts';

export interface Journey {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
}

export interface Step {
  readonly name: string;
  readonly walk: (journey: Journey) => Promise<void>;
  /** Console errors the step asks for. */
  readonly except?: RegExp;
}

export interface JourneyOptions {
  /** Names of PubMed XML files to bring in before the server starts; with none the sample is open. */
  readonly records?: readonly string[];
  /** More records, as XML. */
  readonly xml?: string;
  readonly browser?: BrowserContextOptions;
}

export async function journey(run: TestContext, steps: readonly Step[], options: JourneyOptions = {}): Promise<void> {
  const { records = [], xml, browser: more = {} } = options;
  const data = temporaryFolder();
  const own = join(data.path, 'records.xml');
  if (xml !== undefined) writeFileSync(own, xml);
  for (const file of xml === undefined ? records : [...records, own]) {
    const { code, out, err } = await attune(['import', file], { ATTUNE_DATA: data.path });
    assert.equal(code, 0, out + err);
  }
  const server = await served({ data: data.path });
  const browser = await launch();
  const { context, expectNothingWrong } = await watchedContext(browser, server.address, { ...atDesk, ...more });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    for (const { name, walk, except } of steps)
      await run.test(name, async () => {
        await walk({ page, context, address: server.address });
        expectNothingWrong(except);
      });
  } finally {
    await browser.close();
    await server.stop();
    data.remove();
  }
}

/** What has the focus, by its words or its id. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    '(document.activeElement?.innerText || document.activeElement?.id || document.activeElement?.tagName).trim()',
  );

/** What was copied last. */
export const copied = (page: Page): Promise<string> => page.evaluate<string>('navigator.clipboard.readText()');

/** Goes on by the key until what has the focus reads so. */
export async function tabTo(page: Page, words: RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let steps = 0; steps < 80; steps += 1) {
    const now = await focused(page);
    if (words.test(now)) return;
    seen.push(now);
    await page.keyboard.press(key);
  }
  assert.fail(`${key} never came to ${words}, but to: ${[...new Set(seen)].join(' | ')}`);
}
