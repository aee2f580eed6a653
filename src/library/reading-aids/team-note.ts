/** A few lines to paste into a chat of the team: what the paper is, what its authors conclude, where it stands. */
import { plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import type { Notice } from '../notices.ts';
import { conclusionOf } from './conclusion.ts';

/**
 * Plain text, a line for each part. Notices come first, so that nobody passes on a retracted paper without the word; the
 * conclusion is the authors' own or is left out.
 */
export function teamNote(paper: Paper, notices: readonly Notice[], link: string): string {
  const conclusion = conclusionOf(paper);
  return [
    ...notices.map((notice) => oneLine(notice.text)),
    oneLine(plainText(paper.title)).replace(/\.$/, ''),
    conclusion === undefined ? '' : `The authors conclude: “${oneLine(plainText(conclusion.text))}”`,
    link,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
