/** JSON Lines: the house's own record of each paper, whole, with what became of it and the line its source asks for. */
import type { Format } from './format.ts';
import { recordCourtesy } from './remarks.ts';

export const jsonl: Format = {
  name: 'jsonl',
  label: 'JSON Lines',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  begin: () => '',
  record: ({ paper, notices }) => `${JSON.stringify({ ...paper, notices, courtesy: recordCourtesy(paper) })}\n`,
  between: '',
  end: '',
};
