/** How sentences of the server are understood by the forms. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldOf, secondsToWait, waitInWords } from './said.ts';

test('a sentence leads to the field it is about', () => {
  assert.equal(fieldOf('This password has fewer than 12 characters. Make it longer.'), 'password');
  assert.equal(fieldOf('This password is made of your name, your e-mail address or …'), 'password');
  assert.equal(fieldOf('The name is empty. Write it as colleagues know it.'), 'name');
  assert.equal(fieldOf('This is no e-mail address. It should look like maria@example.org.'), 'email');
  assert.equal(fieldOf('This house is set up already.'), undefined);
});

test('the seconds to wait are read from the sentence', () => {
  assert.equal(secondsToWait('There were too many tries. Wait 40 seconds, then try again.'), 40);
  assert.equal(secondsToWait('There were too many tries. Wait 1 second, then try again.'), 1);
  assert.equal(secondsToWait('There were too many tries. Wait 15 minutes, then try again.'), 900);
  assert.equal(secondsToWait('Too many requests.'), 30);
});

test('a wait is told as people count it', () => {
  assert.equal(waitInWords(1), '1 second');
  assert.equal(waitInWords(80), '80 seconds');
  assert.equal(waitInWords(91), '2 minutes');
});
