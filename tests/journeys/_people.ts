/** Journeys of people who come in, keep the house, and go: the real program with a library of its own, and a browser for each of them. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { atDesk, launch, watchedContext } from '../_browser.ts';
import { attune, served, temporaryFolder } from '../_server.ts';
import { statesXml } from './_states.ts';

export const MARA = {
  name: 'Mara Oyelaran',
  email: 'mara.oyelaran@lindmere.example',
  password: 'violet staple oxygen harbour 19',
} as const;

/** With the longest name and address a page has to bear. */
export const MARIA = {
  name: 'Maria-Magdalena Østergaard-Whitcombe of Northmoor and the Eastern Valleys',
  email: 'maria-magdalena.ostergaard-whitcombe@northmoor-and-eastern-valleys.example',
  password: 'copper lantern meadow quartz 7',
} as const;

export interface PeopleJourney {
  /** Whoever runs the house. */
  readonly mara: Page;
  /** Somebody at another computer. */
  readonly maria: Page;
  readonly contexts: { readonly mara: BrowserContext; readonly maria: BrowserContext };
  readonly address: string;
  /** The path of the link that was printed at the start, with its secret. */
  readonly setUpLink: string;
  /** Changes the sessions in the file, as the passing of time would. */
  readonly age: (what: 'used' | 'confirmed', minutes: number) => void;
}

export interface PeopleStep {
  readonly name: string;
  readonly walk: (journey: PeopleJourney) => Promise<void>;
  /** Console errors the step asks for. */
  readonly except?: RegExp;
}

/** What the browser says of a call that was refused, as these journeys ask for it. */
export const REFUSED = /status of 40[013]|status of 40[49]|status of 429/;

export async function peopleJourney(
  run: TestContext,
  steps: readonly PeopleStep[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const data = temporaryFolder();
  const file = join(data.path, 'records.xml');
  writeFileSync(file, statesXml());
  const { code, out, err } = await attune(['import', file], { ATTUNE_DATA: data.path });
  assert.equal(code, 0, out + err);
  const server = await served({ data: data.path, environment });
  const { address } = server;
  const browser = await launch();
  const [one, other] = [await watchedContext(browser, address, atDesk), await watchedContext(browser, address, atDesk)];
  try {
    const [mara, maria] = [await one.context.newPage(), await other.context.newPage()];
    for (const page of [mara, maria]) page.setDefaultTimeout(10_000);
    const setUpLink = linkIn(server.said());
    const contexts = { mara: one.context, maria: other.context };
    const age: PeopleJourney['age'] = (what, minutes) => aged(join(data.path, 'home', 'records.sqlite'), what, minutes);
    for (const { name, walk, except } of steps)
      await run.test(name, async () => {
        await walk({ mara, maria, contexts, address, setUpLink, age });
        one.expectNothingWrong(except);
        other.expectNothingWrong(except);
      });
  } finally {
    await browser.close();
    await server.stop();
    data.remove();
  }
}

function linkIn(said: string): string {
  const [, path] = /https?:\/\/[^/\s"]+(\/link#[\w-]+)/.exec(said) ?? [];
  assert.ok(path, `No link was printed:\n${said}`);
  return path;
}

function aged(path: string, what: 'used' | 'confirmed', minutes: number): void {
  const file = new DatabaseSync(path, { timeout: 5_000 });
  file.exec(`update session set ${what}_at = ${what}_at - ${minutes * 60_000}`);
  file.close();
}

interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Makes the first account on the page its link has opened. */
export async function fillSetUp(page: Page, { name, email, password }: Person): Promise<void> {
  await page.getByRole('heading', { name: 'Set up your house' }).waitFor();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await passwordOf(page).fill(password);
  await page.getByRole('button', { name: 'Make the account' }).click();
}

export async function fillSignIn(page: Page, { email, password }: Omit<Person, 'name'>): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await passwordOf(page).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

export const passwordOf = (page: Page, name = 'Password') => page.getByRole('textbox', { name, exact: true });

/** Invites somebody on the page of accounts. @returns the path of the link with its secret. */
export async function invite(page: Page, { name, email }: Omit<Person, 'password'>): Promise<string> {
  await page.getByLabel('Their e-mail').fill(email);
  await page.getByLabel('Their name').fill(name);
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  await page.getByRole('heading', { name: `The invitation for ${name}` }).waitFor();
  return linkIn(await page.getByLabel('Link', { exact: true }).inputValue());
}

/** Everything the page remembers of somebody: what is drawn, and what the browser keeps for it. */
export async function remembered(page: Page): Promise<string> {
  return page.evaluate<string>(
    'document.documentElement.outerHTML + JSON.stringify({ ...localStorage, ...sessionStorage })',
  );
}

/** Fails where anything of Maria, or of the paper she read, is left in this window. */
export async function expectForgotten(page: Page): Promise<void> {
  const all = await remembered(page);
  for (const word of [MARIA.name, MARIA.email, 'Looking early for lumps'])
    assert.ok(!all.includes(word), `“${word}” is left on ${page.url()}`);
}
