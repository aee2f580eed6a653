/** What a reader does with papers: like, less, save, note, by hand and by key; led in by a press, and back where they were. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium, expectNoSidewaysScroll, looksRight, picture } from '../_browser.ts';
import { focused, journey } from './_journey.ts';
import type { Journey } from './_journey.ts';
import { isPressed, kept, rowOf, told, undo, walkInHere } from './_reading.ts';

const found = chromium();
const skip = 'skip' in found && found.skip;
const SOUND = '/paper/10.5555%2Fattune.sample.0001';
const TITLE = 'Getting patients out of bed in the first 24 hours after sepsis';

test('a reader makes something of papers', { skip, timeout: 240_000 }, (run) =>
  journey(run, [
    { name: 'a press leads in, is done, and the reader is back on the paper', walk: isLedIn },
    { name: 'like, less with a reason, read and not again, each taken back', walk: isPressedByKey },
    { name: 'quick presses end in the last state wanted', walk: isPressedQuickly },
    { name: 'a note is kept, asked about, changed and taken back', walk: notes },
    {
      name: 'a failure takes the press back, says so, and loses no note',
      walk: survivesFailure,
      except: /503|Failed to load/,
    },
    { name: 'what is typed while a note is kept is not lost', walk: typesOn },
    { name: 'a note changed elsewhere meanwhile is shown beside one’s own', walk: choosesNote, except: /409/ },
    { name: 'two windows show the same', walk: isSameInTwoWindows },
    { name: 'it is all there on a phone', walk: fitsPhone },
  ]),
);

test('a note was wanted before the way in', { skip, timeout: 60_000 }, (run) =>
  journey(run, [{ name: 'it is open afterwards, from the paper and from a list', walk: noteAfterWayIn }]),
);

async function isLedIn({ page }: Journey): Promise<void> {
  await page.goto(SOUND);
  await page.getByText('Then it is done, and you are back here.').waitFor();
  await page.getByRole('complementary', { name: 'What an account adds' }).waitFor();
  await looksRight(page, 'reading-signed-out');
  await page.getByRole('button', { name: 'Like', exact: true }).click();
  await walkInHere(page);
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${TITLE}`) }).waitFor();
  assert.match(page.url(), /\/paper\//);
  await told(page, 'Liked');
  await isPressed(page, 'Like');
  assert.equal(await page.getByText('you are back here').count(), 0, 'the line is for those outside');
  await undo(page);
  await isPressed(page, 'Like', false);
  await kept(page, { opinion: undefined });
  await page.reload();
  await isPressed(page, 'Like', false);
  assert.equal(await page.locator('.toast').count(), 0, 'it is said once');
}

async function isPressedByKey({ page }: Journey): Promise<void> {
  const { keyboard } = page;
  await page.goto(SOUND);
  await isPressed(page, 'Like', false);
  await keyboard.press('l');
  await told(page, 'Liked');
  await isPressed(page, 'Like');
  await keyboard.press('u');
  await isPressed(page, 'Like', false);

  await keyboard.press('d');
  await told(page, 'Less like this');
  const why = page.getByRole('group', { name: 'Less like this' });
  await why.waitFor();
  assert.equal(await focused(page), 'Not my field');
  await looksRight(page, 'reading-less');
  await why.getByRole('button', { name: 'Poor study' }).click();
  await told(page, 'Less like this: poor study');
  await isPressed(page, 'Less');
  assert.equal(await why.count(), 0);
  await keyboard.press('d');
  await told(page, 'Taken back');
  await isPressed(page, 'Less', false);

  await page.getByRole('button', { name: 'Less', exact: true }).click();
  await why.getByRole('button', { name: /^Read/ }).click();
  await told(page, 'Marked as read');
  await isPressed(page, 'Less', false);
  await page.locator('.kept-line').getByText('Read', { exact: true }).waitFor();
  await keyboard.press('r');
  await told(page, 'Not marked as read any more');
  await keyboard.press('x');
  await told(page, 'You will not be shown this again');
  await page.locator('.kept-line').getByText('Not again').waitFor();
  await keyboard.press('x');
  await told(page, 'Shown again');
  await keyboard.press('s');
  await told(page, 'Saved');
  await keyboard.press('s');
  await told(page, 'No longer saved');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  for (const does of ['Like', 'Less like this', 'Save', 'Note', 'Mark as read', 'Not again'])
    await keys.getByText(does, { exact: true }).waitFor();
  await keyboard.press('Escape');
  await kept(page, { isSaved: false, isHidden: false });
}

async function isPressedQuickly({ page }: Journey): Promise<void> {
  await page.goto(SOUND);
  await isPressed(page, 'Like', false);
  for (let times = 0; times < 7; times += 1) await page.keyboard.press('l');
  await page.keyboard.press('s');
  await isPressed(page, 'Like');
  await kept(page, { opinion: 'like', isSaved: true });
  await page.reload();
  await isPressed(page, 'Like');
  await isPressed(page, 'Save');
  await page.keyboard.press('l');
  await page.keyboard.press('s');
  await isPressed(page, 'Like', false);
  await kept(page, { opinion: undefined, isSaved: false });
}

async function notes({ page }: Journey): Promise<void> {
  await page.goto(SOUND);
  await isPressed(page, 'Note', false);
  await page.keyboard.press('n');
  const box = page.getByRole('textbox', { name: 'Your note' });
  await box.waitFor();
  assert.ok(await page.getByText('No patient details, please.').isVisible());
  await looksRight(page, 'reading-note');
  await box.fill('Mr Alder, born 12.03.1950, asked about this');
  await box.press('Control+Enter');
  const doubt = page.getByRole('alert');
  await doubt.getByText('This may tell who a patient is.').waitFor();
  assert.match(await doubt.innerText(), /12\.03\.1950.* looks like a .*date of birth/s);
  await looksRight(page, 'reading-note-doubted');
  await doubt.getByRole('button', { name: 'Change it' }).click();
  assert.equal(await focused(page), await box.getAttribute('id'));
  await box.fill('Ask Ines about weekend physio.');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await told(page, 'Note kept');
  await isPressed(page, 'Note');
  await page.getByRole('region', { name: 'Your note, only you see it' }).getByText('weekend physio').waitFor();
  await page.reload();
  await page.getByText('Ask Ines about weekend physio.').waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByText('Ask Ines about weekend physio.').isVisible(), false, 'never printed');
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: 'Edit your note' }).click();
  await box.fill('');
  await box.press('Control+Enter');
  await told(page, 'Note removed');
  await undo(page);
  await page.getByText('Ask Ines about weekend physio.').waitFor();
  await isPressed(page, 'Note');

  await page.getByRole('button', { name: 'Edit your note' }).click();
  await box.fill('Born 12.03.1950 is the example in the paper');
  await box.press('Control+Enter');
  await doubt.getByRole('button', { name: 'Keep it as it is' }).click();
  await told(page, 'Note kept');
  await page.getByText('is the example in the paper').waitFor();
  await kept(page, { hasNote: true });
}

async function survivesFailure({ page, context }: Journey): Promise<void> {
  await page.goto(SOUND);
  await isPressed(page, 'Like', false);
  const problem = { error: { code: 'storage_failed', message: 'The disk is full.' } };
  await context.route(/\/api\/(marks|notes)$/, async (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 503, json: problem }) : route.continue(),
  );
  await page.keyboard.press('l');
  await told(page, 'Not done: The disk is full.');
  await isPressed(page, 'Like', false);
  await page.getByRole('button', { name: 'Edit your note' }).click();
  const box = page.getByRole('textbox', { name: 'Your note' });
  await box.fill('A long thought');
  await box.press('Control+Enter');
  await page.getByRole('alert').getByText('What you wrote still stands here.').waitFor();
  assert.equal(await box.inputValue(), 'A long thought');
  // To another page and back: it is still being written.
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Search' }).click();
  await page.waitForURL(/\/search/);
  await page.goBack();
  await box.waitFor();
  assert.equal(await box.inputValue(), 'A long thought');
  await context.unroute(/\/api\/(marks|notes)$/);
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await told(page, 'Note kept');
  await page.keyboard.press('l');
  await isPressed(page, 'Like');
  await page.keyboard.press('l');
  await isPressed(page, 'Like', false);
  await kept(page, { opinion: undefined });
}

async function typesOn({ page, context }: Journey): Promise<void> {
  await page.goto(SOUND);
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await context.route(/\/api\/notes$/, async (route) => {
    await answered;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Edit your note' }).click();
  const box = page.getByRole('textbox', { name: 'Your note' });
  await box.fill('The first half');
  await box.press('Control+Enter');
  await page.getByRole('button', { name: 'Keeping…' }).waitFor();
  await box.pressSequentially(', and the second');
  answer();
  await told(page, 'Note kept');
  assert.equal(await box.inputValue(), 'The first half, and the second');
  await context.unroute(/\/api\/notes$/);
  await box.press('Control+Enter');
  await page
    .getByRole('region', { name: /^Your note/ })
    .getByText('The first half, and the second')
    .waitFor();
}

async function choosesNote({ page, context }: Journey): Promise<void> {
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto(SOUND);
    await each.getByRole('button', { name: 'Edit your note' }).click();
  }
  const [box, otherBox] = [page, other].map((each) => each.getByRole('textbox', { name: 'Your note' }));
  await box?.fill('Written here');
  await otherBox?.fill('Written there');
  await otherBox?.press('Control+Enter');
  await told(other, 'Note kept');
  await box?.press('Control+Enter');
  const asked = page.getByRole('alert').filter({ hasText: 'changed elsewhere' });
  await asked.getByText('Written there').waitFor();
  assert.equal(await box?.inputValue(), 'Written here');
  await looksRight(page, 'reading-note-elsewhere');
  await asked.getByRole('button', { name: 'Take the other one' }).click();
  await page
    .getByRole('region', { name: /^Your note/ })
    .getByText('Written there')
    .waitFor();
  await undo(page);
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await page
    .getByRole('region', { name: /^Your note/ })
    .locator('.note-text', { hasText: 'Written here' })
    .waitFor();
  await other.close();
}

async function isSameInTwoWindows({ page, context }: Journey): Promise<void> {
  await page.goto(SOUND);
  await isPressed(page, 'Save', false);
  const other = await context.newPage();
  await other.goto(SOUND);
  await isPressed(other, 'Save', false);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await isPressed(other, 'Save');
  await other.getByRole('button', { name: 'Like', exact: true }).click();
  await isPressed(page, 'Like');
  for (const name of ['Like', 'Save']) await other.getByRole('button', { name, exact: true }).click();
  await isPressed(page, 'Save', false);
  await kept(page, { opinion: undefined, isSaved: false });
  await other.close();
}

async function fitsPhone({ page }: Journey): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SOUND);
  await isPressed(page, 'Less', false);
  await page.getByRole('button', { name: 'Less', exact: true }).click();
  const why = page.getByRole('group', { name: 'Less like this' });
  await why.getByRole('button', { name: 'Known already' }).waitFor();
  const { height = 0 } = (await why.getByRole('button', { name: 'Known already' }).boundingBox()) ?? {};
  assert.ok(height >= 44, `${height} px for a thumb`);
  await expectNoSidewaysScroll(page);
  await picture(page, 'reading-less-phone');
  await undo(page);
  await isPressed(page, 'Less', false);
  for (const name of ['Like', 'Less', 'Save', 'Note']) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    assert.ok(box && box.height >= 44 && box.width >= 44, `${name}: ${JSON.stringify(box)}`);
  }
  await kept(page, { opinion: undefined });
}

async function noteAfterWayIn({ page, context }: Journey): Promise<void> {
  await page.goto(SOUND);
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await walkInHere(page);
  await page.getByRole('textbox', { name: 'Your note' }).waitFor();
  await context.clearCookies();
  await page.goto('/search?q=getting+patients+out+of+bed');
  await rowOf(page, TITLE).getByRole('button', { name: 'Note', exact: true }).click();
  await walkInHere(page);
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${TITLE}`) }).waitFor();
  await page.getByRole('textbox', { name: 'Your note' }).waitFor();
}
