/** A real Chromium for journeys: where it is found, how it is started, and what no page of the product may ever do in it. */
import assert from 'node:assert/strict';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium as playwright } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { packageRoot } from './_package.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Keeps the browser from calling its maker: a journey talks to the server under test and to nobody else. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/** Rules of WCAG 2.2 AA, those it builds on, and axe's good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Where Chromium is; or one line that says how to get it, which a test gives as the reason it is skipped. */
export function chromium(): { readonly path: string } | { readonly skip: string } {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return isProgram(named) ? { path: named } : { skip: `CHROMIUM_PATH names ${named}, which is no program` };
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const path = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  return path === undefined
    ? { skip: 'needs Chromium: apt-get install chromium, or set CHROMIUM_PATH to one that is there' }
    : { path };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @throws Error where there is no Chromium; ask {@link chromium} first. */
export async function launch(): Promise<Browser> {
  const found = chromium();
  if ('skip' in found) throw new Error(found.skip);
  return playwright.launch({
    executablePath: found.path,
    args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

export interface WatchedContext {
  readonly context: BrowserContext;
  /**
   * Fails with everything that went wrong since the last call: console errors, errors of the page, refusals of the policy,
   * requests elsewhere.
   * @param except console errors that the journey asked for, such as the browser's word about an answer of 404.
   */
  readonly expectNothingWrong: (except?: RegExp) => void;
}

/**
 * A context, with all pages opened in it, that may talk to one server only.
 * @param address of the server, `http://127.0.0.1:8080`; a request to another host is stopped and counts as wrong.
 */
export async function watchedContext(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedContext> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: address, ...options });
  const wrong: string[] = [];
  const { host } = new URL(address);
  await context.route(
    (url) => url.host !== host && url.protocol !== 'data:',
    async (route) => {
      wrong.push(`request to ${route.request().url()}`);
      await route.abort();
    },
  );
  context.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => wrong.push(`page: ${error.error().message}`));
  await context.exposeFunction('tellRefusal', (what: string) => void wrong.push(`policy: ${what}`));
  await context.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) => window.tellRefusal(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));`,
  );
  return {
    context,
    expectNothingWrong(except) {
      const told = wrong.splice(0).filter((each) => except?.test(each) !== true);
      assert.deepEqual(told, [], 'the browser told of these');
    },
  };
}

/** Fails with every breach of accessibility axe finds on the page as it stands. The pages hold no frames, so axe looks at one document. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  assert.deepEqual(
    violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}, at ${node.target.join(' ')}`)),
    [],
    `axe on ${page.url()}`,
  );
}

/** Fails where the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [needed, given] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  assert.ok(needed <= given, `${page.url()} is ${needed} px wide in ${given} px`);
}

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const shots = join(packageRoot, 'artifacts', 'journeys');

/** How a journey's pages are looked at first: at a desk, in light, without movement. */
export const atDesk: BrowserContextOptions = { viewport: DESK, colorScheme: 'light', reducedMotion: 'reduce' };

/** A picture for the person who looks at a journey afterwards, in `artifacts/journeys`. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage });
}

/** On a phone and at a desk, in light and in dark: nothing to scroll sideways, nothing axe objects to; and a picture of each. */
export async function looksRight(page: Page, name: string): Promise<void> {
  for (const [where, viewport, schemes] of [
    ['phone', PHONE, ['light']],
    ['desk', DESK, ['dark', 'light']],
  ] as const) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
      await picture(page, `${name}-${where}-${colorScheme}`, where === 'phone');
    }
  }
}
