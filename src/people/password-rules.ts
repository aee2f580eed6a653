/** Which passwords are refused, and with which advice. No rule on kinds of characters: length and rarity are what counts. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { AppError } from '#model/index.ts';
import type { IdentityTable } from './tables.ts';

const SHORTEST = 12;
const LONGEST = 200;
/** The best of zxcvbn's scores: more than ten thousand million guesses. */
const ENOUGH = 4;
/** So many characters are weighed: what they are worth is worth the whole, and more of them cost a quarter of a second. */
const WEIGHED = 64;
const ADVICE =
  'Take four or more words that have nothing to do with each other, or let a password manager make one for you.';

/**
 * @param password as `normalPassword` gives it.
 * @throws AppError `bad_request` with a sentence that says what to do.
 */
export type CheckPassword = (password: string, whose: Pick<IdentityTable, 'name' | 'email'>) => void;

export function passwordRules(): CheckPassword {
  let weigher: ZxcvbnFactory | undefined;
  return (password, whose) => {
    // Made with the first password that is set: its word lists take a twentieth of a second to unpack.
    weigher ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: WEIGHED });
    check(weigher, password, whose);
  };
}

function check(weigher: ZxcvbnFactory, password: string, { name, email }: Parameters<CheckPassword>[1]): void {
  const length = [...password].length;
  if (length < SHORTEST)
    throw new AppError('bad_request', `This password has fewer than ${SHORTEST} characters. Make it longer. ${ADVICE}`);
  if (length > LONGEST)
    throw new AppError('bad_request', `This password has more than ${LONGEST} characters. Make it shorter.`);
  const { score, sequence } = weigher.check(password, ownWords(name, email));
  if (score >= ENOUGH) return;
  const isOwn = sequence.some((part) => 'dictionaryName' in part && part.dictionaryName === 'userInputs');
  const what = isOwn
    ? 'This password is made of your name, your e-mail address or the name of this program, which are guessed first.'
    : 'This password would be guessed soon: it is a common one, or a pattern that many people use.';
  throw new AppError('bad_request', `${what} ${ADVICE}`);
}

/** What belongs to the person, whole and in parts. */
function ownWords(name: string, email: string): string[] {
  const parts = `${name} ${email}`.toLowerCase().split(/[\s@.,_+'-]+/u);
  return [...new Set(['attune', name.toLowerCase(), email.toLowerCase(), email.split('@')[0] ?? '', ...parts])].filter(
    (word) => word.length > 1,
  );
}
