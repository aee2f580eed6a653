/** The door of a house that anybody may read: a press leads in and back, by hand and by key, with waits, and out again by itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium, expectAccessible, looksRight } from '../_browser.ts';
import { tabTo } from './_journey.ts';
import { fillSetUp, fillSignIn, MARA, passwordOf, peopleJourney, REFUSED, remembered } from './_people.ts';
import type { PeopleJourney } from './_people.ts';
import { isPressed } from './_reading.ts';
import { STATES } from './_states.ts';

const found = chromium();
const skip = 'skip' in found && found.skip;
const PAPER = `/paper/${STATES.full}`;
const TITLE = /^Looking early for lumps on medical wards/;

test('a house that anybody may read has a door as well', { skip, timeout: 120_000 }, (run) =>
  peopleJourney(
    run,
    [
      { name: 'a press leads in and back, and it has happened', walk: isLedInAndBack },
      { name: 'it is all done by keyboard', walk: byKeyboard },
      { name: 'too many tries have to wait, and the button comes back by itself', walk: waits, except: REFUSED },
      { name: 'a shared computer that nobody touches is signed out', walk: isLeftAlone, except: REFUSED },
    ],
    { PUBLIC_READING: 'on' },
  ),
);

async function isLedInAndBack({ mara, maria, setUpLink }: PeopleJourney): Promise<void> {
  await mara.goto(setUpLink);
  await fillSetUp(mara, MARA);
  await mara.getByRole('heading', { level: 1, name: 'Your house is set up' }).waitFor();
  await mara.getByText(/All of these can wait/).waitFor();
  await looksRight(mara, 'people-first-day');

  await maria.goto(PAPER);
  await maria.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
  await maria.getByRole('heading', { level: 1, name: 'Sign in to save this paper' }).waitFor();
  await maria.getByRole('heading', { name: 'You can read without it' }).waitFor();
  await looksRight(maria, 'people-sign-in-to-save');
  await maria.getByRole('link', { name: 'Back to the paper without signing in' }).click();
  await maria.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await maria.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
  await fillSignIn(maria, MARA);
  await maria.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await isPressed(maria.getByRole('main'), 'Save');
  await maria.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Sign out' }).click();
  await maria.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Sign in' }).waitFor();
  assert.equal(new URL(maria.url()).pathname, '/today', 'reading goes on');
  assert.ok(!(await remembered(maria)).includes(MARA.email));
}

async function byKeyboard({ maria }: PeopleJourney): Promise<void> {
  const { keyboard } = maria;
  await maria.goto('/search');
  await tabTo(maria, /^Sign in$/);
  await keyboard.press('Enter');
  await maria.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await maria.locator('h1:focus').waitFor();
  for (const [field, text] of [
    ['email', MARA.email],
    ['password', MARA.password],
  ] as const) {
    await tabTo(maria, new RegExp(`^${field}$`));
    await keyboard.type(text);
  }
  await keyboard.press('Enter');
  await maria.waitForURL(/\/search/);
  await tabTo(maria, /^Sign out$/);
  await keyboard.press('Enter');
  await maria.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Sign in' }).waitFor();
}

async function waits({ maria }: PeopleJourney): Promise<void> {
  await maria.goto('/sign-in');
  await maria.getByLabel('E-mail').fill('nobody@lindmere.example');
  await passwordOf(maria).fill('not this password at all');
  const alert = maria.getByRole('alert');
  for (let tries = 0; tries < 8; tries += 1) {
    const answer = maria.waitForResponse('**/api/sign-in');
    await passwordOf(maria).press('Enter');
    if ((await answer).status() === 429) break;
    await maria.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  }
  await alert.getByText(/^There were too many tries. Wait \d+ seconds/).waitFor();
  await maria.getByRole('button', { name: /^Wait \d+ seconds?$/ }).waitFor();
  await expectAccessible(maria);
  await maria.getByText('You can try again now.').waitFor({ timeout: 20_000 });
  await maria.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
}

async function isLeftAlone({ maria }: PeopleJourney): Promise<void> {
  await maria.clock.install();
  await maria.goto('/sign-in?to=%2Fsaved');
  await fillSignIn(maria, MARA);
  await maria.waitForURL(/\/saved/);
  await maria.getByRole('navigation', { name: 'Places' }).getByText(MARA.name).waitFor();
  await maria.clock.fastForward(31 * 60_000);
  await maria.getByText(/^You were signed out after 30 minutes/).waitFor();
  assert.ok(!(await remembered(maria)).includes(MARA.email));
}
