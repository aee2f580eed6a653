/** People: the first account by a link, the house's questions, an invitation, signing in and out, and what is left behind: nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium, expectAccessible, looksRight, picture } from '../_browser.ts';
import { focused } from './_journey.ts';
import {
  expectForgotten,
  fillSetUp,
  fillSignIn,
  invite,
  MARA,
  MARIA,
  passwordOf,
  peopleJourney,
  REFUSED,
  remembered,
} from './_people.ts';
import type { PeopleJourney } from './_people.ts';
import { isPressed, told } from './_reading.ts';
import { STATES } from './_states.ts';

const found = chromium();
const skip = 'skip' in found && found.skip;
const PAPER = `/paper/${STATES.full}`;
const TITLE = /^Looking early for lumps on medical wards/;

test('a house gets its people', { skip, timeout: 300_000 }, (run) =>
  peopleJourney(run, [
    {
      name: 'what was pressed before there was an account happens after the first one is made',
      walk: setsUp,
      except: REFUSED,
    },
    { name: 'the five questions are kept as they are answered, and taken back', walk: answers, except: REFUSED },
    { name: 'an invitation is a link that is handed on', walk: invites },
    { name: 'the second person comes in by it and finds only what is theirs', walk: comesIn, except: REFUSED },
    { name: 'a link that was used opens nothing, and says what to do', walk: deadLink, except: REFUSED },
    { name: 'signing out leaves nothing behind, on the page or by the way back', walk: leavesNothing, except: REFUSED },
    {
      name: 'wrong and unknown get one sentence, and the right password leads to where one was going',
      walk: signsIn,
      except: REFUSED,
    },
    { name: 'a session that ended says so instead of an error', walk: ends, except: REFUSED },
    { name: 'what is sensitive asks for the password again, and then happens', walk: confirms, except: REFUSED },
    { name: 'there is always an administrator', walk: keepsAdministrator, except: REFUSED },
    {
      name: 'the page about oneself: where one is signed in, what is kept, another password',
      walk: looksAtOneself,
      except: REFUSED,
    },
    { name: 'a deleted account goes for good, and the log calls it a former member', walk: deletes, except: REFUSED },
    { name: 'everything is reached under the thumb of a phone', walk: fitsPhone, except: REFUSED },
  ]),
);

async function setsUp({ mara, contexts, setUpLink }: PeopleJourney): Promise<void> {
  await mara.goto(PAPER);
  await mara.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
  await mara.getByRole('heading', { level: 1, name: 'Make the first account to save this paper' }).waitFor();
  await mara.getByText(/Looking early for lumps.* is saved once you are in/).waitFor();
  await looksRight(mara, 'people-set-up');

  const tab = await contexts.mara.newPage();
  await tab.goto(setUpLink);
  await tab.getByRole('heading', { name: 'Set up your house' }).waitFor();
  assert.equal(new URL(tab.url()).hash, '', 'the secret has left the address');
  await looksRight(tab, 'people-link-set-up');
  await fillSetUp(tab, { ...MARA, password: 'mara oyelaran lindmere' });
  await tab.getByText(/^This password is made of your name/).waitFor();
  assert.equal(await focused(tab), 'password');
  await expectAccessible(tab);
  await passwordOf(tab).fill(MARA.password);
  await tab.keyboard.press('Enter');
  await tab.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await isPressed(tab.getByRole('main'), 'Save');
  assert.equal(await tab.evaluate('localStorage.getItem("attune.wanted")'), null);
  await tab.close();
}

async function answers({ mara }: PeopleJourney): Promise<void> {
  await mara.goto('/settings');
  await mara.getByRole('heading', { name: 'Settings of your house' }).waitFor();
  await looksRight(mara, 'people-settings');
  const name = mara.getByLabel('What is your house called?');
  await name.fill('Lindmere Health');
  await name.press('Enter');
  await mara.getByText('Kept.').waitFor();
  await mara.getByRole('navigation', { name: 'Places' }).getByText('Lindmere Health').waitFor();
  await mara.getByRole('button', { name: 'Undo' }).click();
  await mara.getByRole('navigation', { name: 'Places' }).getByText('Lindmere Health').waitFor({ state: 'detached' });
  assert.equal(await name.inputValue(), '');

  const number = mara.getByLabel('Whom do they call when it is urgent?');
  await number.fill('ward seven');
  await number.press('Tab');
  await mara.getByText(/^This needs a telephone number/).waitFor();
  await expectAccessible(mara);
  await number.fill('+44 20 7946 0000');
  await number.press('Enter');
  await mara.getByText(/^This needs a telephone number/).waitFor({ state: 'detached' });
  await mara.getByText('Kept.').first().waitFor();

  const server = mara.getByRole('textbox', { name: 'By which server does mail go out?' });
  await server.fill('smtp://127.0.0.1:9');
  await mara.getByRole('button', { name: 'Keep it' }).click();
  await mara.getByText('It is set. It is not shown, because it holds a password.').waitFor();
  assert.ok(!(await remembered(mara)).includes('127.0.0.1:9'), 'what was written is shown no more');
  await mara.getByRole('button', { name: 'Remove' }).click();
  await mara.getByRole('button', { name: 'Remove it' }).click();
  await server.waitFor();
}

/** Handed from step to step, as Mara would hand it on. */
let invitation = '';

async function invites({ mara }: PeopleJourney): Promise<void> {
  await mara.getByRole('link', { name: 'Accounts', exact: true }).first().click();
  await mara.getByRole('heading', { name: 'Invite the second person' }).waitFor();
  await mara.getByRole('checkbox', { name: /^Privacy officer/ }).check();
  invitation = await invite(mara, MARIA);
  await mara.locator('#link-name:focus').waitFor();
  await mara.getByRole('row', { name: new RegExp(MARIA.email) }).waitFor();
  await looksRight(mara, 'people-accounts');
  await mara.getByRole('button', { name: 'Done' }).click();
}

async function comesIn({ maria }: PeopleJourney): Promise<void> {
  await maria.goto(invitation);
  await maria.getByRole('heading', { name: 'You are invited' }).waitFor();
  assert.equal(await maria.getByLabel('Your name').inputValue(), MARIA.name);
  assert.equal(await maria.getByLabel('E-mail').inputValue(), MARIA.email);
  await looksRight(maria, 'people-invited');
  await passwordOf(maria).fill('short');
  await maria.getByRole('button', { name: 'Come in' }).click();
  await maria.getByText('Choose a password of at least 12 characters.').waitFor();
  await passwordOf(maria).fill(MARIA.password);
  await maria.getByRole('button', { name: 'Come in' }).click();
  await maria.waitForURL('**/interests');
  await maria.getByText(`Welcome, ${MARIA.name}.`).waitFor();
  await looksRight(maria, 'people-welcome');
  const places = maria.getByRole('navigation', { name: 'Places' });
  assert.equal(await places.getByRole('link', { name: 'Accounts' }).count(), 0);
  await places.getByRole('link', { name: 'Audit' }).click();
  await maria.getByText(`${MARIA.name} accepted the invitation`).waitFor();
  await maria.goto('/accounts');
  await maria.getByText('Administrators alone can do this.').waitFor();
  await looksRight(maria, 'people-not-yours');
}

async function deadLink({ maria }: PeopleJourney): Promise<void> {
  await maria.goto('/why');
  await maria.goto(invitation);
  await maria.getByRole('heading', { name: 'This link opens nothing any more' }).waitFor();
  await looksRight(maria, 'people-dead-link');
}

async function leavesNothing({ maria }: PeopleJourney): Promise<void> {
  await maria.goto(PAPER);
  await maria.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
  await isPressed(maria.getByRole('main'), 'Save');
  await maria.getByRole('link', { name: 'Settings and privacy' }).click();
  await maria.getByText(MARIA.email).waitFor();
  await maria.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Sign out' }).click();
  await maria.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await expectForgotten(maria);
  for (let step = 0; step < 2; step += 1) {
    await maria.goBack();
    await maria.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await expectForgotten(maria);
  }
}

async function signsIn({ maria }: PeopleJourney): Promise<void> {
  await maria.goto(PAPER);
  await maria.waitForURL(/\/sign-in\?to=/);
  await looksRight(maria, 'people-sign-in');
  const said: string[] = [];
  for (const email of [MARIA.email, 'nobody@lindmere.example']) {
    await fillSignIn(maria, { email, password: 'not this password at all' });
    const alert = maria.getByRole('alert');
    await alert.waitFor();
    said.push(await alert.innerText());
    await maria.locator('#password:focus').waitFor();
  }
  assert.equal(said[0], said[1]);
  assert.match(said[0] ?? '', /do not open an account/);
  await looksRight(maria, 'people-sign-in-wrong');
  await maria.getByRole('radio', { name: 'My device' }).check();
  await fillSignIn(maria, MARIA);
  await maria.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await isPressed(maria.getByRole('main'), 'Save');
}

async function ends({ maria, mara, age }: PeopleJourney): Promise<void> {
  await mara.goto('/search');
  await mara.getByText(MARA.name).first().waitFor();
  age('used', 31);
  await mara.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Settings', exact: true }).click();
  await mara.getByText(/^You were signed out after 30 minutes/).waitFor();
  await looksRight(mara, 'people-ended');
  await fillSignIn(mara, MARA);
  await mara.getByRole('heading', { name: 'Settings of your house' }).waitFor();

  await maria.goto('/you');
  await maria.getByText(MARIA.email).waitFor();
}

async function confirms({ mara, age }: PeopleJourney): Promise<void> {
  await mara.goto('/accounts');
  await mara.getByRole('button', { name: `Change ${MARIA.name}` }).click();
  age('confirmed', 11);
  await mara.getByRole('button', { name: 'Disable the account' }).click();
  const again = passwordOf(mara, 'Your password');
  await mara.locator('#again:focus').waitFor();
  await expectAccessible(mara);
  await picture(mara, 'people-confirm');
  await again.fill('something else entirely');
  await again.press('Enter');
  await mara.getByText(/^This is not your password/).waitFor();
  await again.fill(MARA.password);
  await again.press('Enter');
  await mara.getByRole('button', { name: 'Enable the account' }).waitFor();
  await expectAccessible(mara);
  await mara.getByRole('button', { name: 'Enable the account' }).click();
  await mara.getByRole('button', { name: 'Disable the account' }).waitFor();
  await mara.getByRole('combobox', { name: 'Give a role' }).selectOption('researcher');
  await mara.getByRole('combobox', { name: 'Where it holds' }).selectOption('unit');
  await mara.getByLabel('Which unit').fill('ward-7');
  await mara.getByRole('button', { name: 'Give it' }).click();
  await mara.getByRole('button', { name: 'Take away Researcher in the unit ward-7' }).waitFor();
  await mara.keyboard.press('Escape');
  await mara.getByRole('cell', { name: 'Privacy officer, Researcher in the unit ward-7' }).waitFor();
}

async function keepsAdministrator({ mara }: PeopleJourney): Promise<void> {
  await mara.goto('/accounts');
  await mara.getByRole('button', { name: `Change ${MARA.name}` }).click();
  await mara.getByRole('button', { name: 'Take away Administrator' }).click();
  await mara.getByText(/^The last administrator cannot/).waitFor();
  await mara.keyboard.press('Escape');
}

async function looksAtOneself({ maria }: PeopleJourney): Promise<void> {
  await maria.goto('/you');
  await maria.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await fillSignIn(maria, MARIA);
  await maria.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  await maria.getByRole('checkbox', { name: /^Keep which papers I open/ }).check();
  await maria.getByText('None yet.').first().waitFor();
  await maria.goto(PAPER);
  await maria.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await maria.waitForLoadState('networkidle');
  await maria.goto('/you');
  await maria.getByText('Papers you opened: 1').click();
  await maria.getByRole('link', { name: /^Looking early for lumps/ }).waitFor();
  await looksRight(maria, 'people-you');
  await maria.getByRole('button', { name: 'Erase this list' }).click();
  await maria.getByRole('button', { name: 'Erase it' }).click();
  await maria.getByRole('link', { name: /^Looking early for lumps/ }).waitFor({ state: 'detached' });
  await passwordOf(maria, 'Password now').fill(MARIA.password);
  await passwordOf(maria, 'New password').fill('granite teapot willow orbit 44');
  await maria.getByRole('button', { name: 'Change the password' }).click();
  await maria.getByText('Your password is changed.').waitFor();
}

async function deletes({ mara, maria }: PeopleJourney): Promise<void> {
  await mara.goto('/accounts');
  await mara.getByRole('button', { name: `Change ${MARIA.name}` }).click();
  await mara.getByRole('button', { name: 'Delete…' }).click();
  await mara.getByText('This cannot be undone.').waitFor();
  await expectAccessible(mara);
  await mara.getByRole('button', { name: `Delete ${MARIA.name}` }).click();
  await told(mara, /is deleted/);
  await mara.getByRole('row', { name: new RegExp(MARIA.email) }).waitFor({ state: 'detached' });
  await mara.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Audit' }).click();
  await mara.getByText(`${MARA.name} deleted the account of a former member`).waitFor();
  await mara.getByLabel('What').selectOption({ label: 'Invited' });
  await mara.getByText(`${MARA.name} invited a former member`).waitFor();
  await looksRight(mara, 'people-audit');
  await maria.getByRole('link', { name: 'Saved', exact: true }).first().click();
  await maria.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await expectForgotten(maria);
}

async function fitsPhone({ mara }: PeopleJourney): Promise<void> {
  await mara.setViewportSize({ width: 360, height: 740 });
  await mara.goto('/search');
  const nearest = mara.getByRole('navigation', { name: 'Nearest places' });
  await nearest.getByRole('link', { name: 'Search', exact: true }).waitFor();
  await nearest.getByRole('button', { name: 'More' }).click();
  await mara.getByRole('dialog', { name: 'More' }).waitFor();
  await expectAccessible(mara);
  await picture(mara, 'people-more');
  await mara.getByRole('dialog').getByRole('link', { name: 'Audit' }).click();
  await mara.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
  await nearest.getByRole('button', { name: 'More' }).click();
  await mara.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await mara.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
}
