/** Reads the written notes, and counts what the detector finds of them and what it only believes to find. */
import { lookForPatient } from '../../src/reading/patient/look.ts';
import type { Finding, FindingKind } from '#reading/index.ts';

/** Which kinds of finding count for a planted detail. */
const KINDS: Readonly<Record<string, readonly FindingKind[]>> = {
  n: ['name-and-birth-date', 'birth-date'],
  r: ['record-number', 'national-id'],
  p: ['phone'],
  e: ['e-mail'],
  a: ['address'],
};

interface Planted {
  readonly letter: string;
  readonly start: number;
  readonly end: number;
}

export interface Counted {
  readonly planted: number;
  readonly missed: readonly string[];
  /** Findings in notes with patients that no planted detail stands for. */
  readonly beside: readonly string[];
  readonly honest: number;
  readonly falseAlarms: readonly string[];
  /** Planted and found, letter by letter. */
  readonly byLetter: Readonly<Record<string, readonly [planted: number, found: number]>>;
}

/** The note without its marks, and where the planted details stand in it. */
function read(note: string): { readonly text: string; readonly planted: readonly Planted[] } {
  let text = '';
  const planted: Planted[] = [];
  let from = 0;
  for (const match of note.matchAll(/\{([nrpea])\|([^}]*)\}/g)) {
    text += note.slice(from, match.index);
    planted.push({ letter: match[1] ?? '', start: text.length, end: text.length + (match[2] ?? '').length });
    text += match[2];
    from = match.index + match[0].length;
  }
  return { text: text + note.slice(from), planted };
}

export function count(withPatients: readonly string[], honest: readonly string[]): Counted {
  const missed: string[] = [];
  const beside: string[] = [];
  const byLetter: Record<string, [number, number]> = {};
  let all = 0;
  for (const note of withPatients) {
    const { text, planted } = read(note);
    const findings = lookForPatient(text);
    const touches = ({ start, end }: Planted, finding: Finding): boolean =>
      start < finding.start + finding.length && finding.start < end;
    for (const detail of planted) {
      all += 1;
      const tally = (byLetter[detail.letter] ??= [0, 0]);
      tally[0] += 1;
      const isFound = findings.some(
        (finding) => touches(detail, finding) && KINDS[detail.letter]?.includes(finding.kind),
      );
      if (isFound) tally[1] += 1;
      else missed.push(`${detail.letter}: ${text}`);
    }
    for (const finding of findings)
      if (!planted.some((detail) => touches(detail, finding))) beside.push(told(text, finding));
  }
  const falseAlarms = honest.flatMap((text) => {
    const [first] = lookForPatient(text);
    return first === undefined ? [] : [told(text, first)];
  });
  return { planted: all, missed, beside, honest: honest.length, falseAlarms, byLetter };
}

function told(text: string, { kind, start, length }: Finding): string {
  return `${kind} "${text.slice(start, start + length)}" in: ${text}`;
}
