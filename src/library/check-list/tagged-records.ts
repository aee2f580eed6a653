/** Records of tagged lines, as reference managers and PubMed write them: RIS (`TI  - `) and NBIB (`PMID- `). */
import type { Fields } from './reference.ts';

const RIS = /^\s*([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$/;
const NBIB = /^([A-Z]{2,4})\s*- (.*)$/;

/** Undefined where the text is no list of such records. */
export function taggedRecords(lines: readonly string[]): Fields[] | undefined {
  const risStarts = lines.filter((line) => /^\s*TY\s{1,2}-/.test(line)).length;
  if (risStarts > 0) return recordsOf(lines, RIS, 'TY').map(fieldsOfRis);
  const nbibStarts = lines.filter((line) => line.startsWith('PMID- ')).length;
  const isNbib = nbibStarts > 0 && lines.some((line) => /^(?:TI {2}|FAU |AU {2}|DP {2}|OWN |STAT)- /.test(line));
  return isNbib ? recordsOf(lines, NBIB, 'PMID').map(fieldsOfNbib) : undefined;
}

interface Tagged {
  readonly line: number;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

function recordsOf(lines: readonly string[], pattern: RegExp, first: string): Tagged[] {
  const records: { line: number; values: Map<string, string[]> }[] = [];
  let last: string[] | undefined;
  lines.forEach((line, index) => {
    const [, tag, value = ''] = pattern.exec(line) ?? [];
    const current = records.at(-1);
    if (tag === first) {
      last = [value.trim()];
      records.push({ line: index + 1, values: new Map([[first, last]]) });
    } else if (tag !== undefined && current !== undefined) {
      last = current.values.get(tag) ?? [];
      last.push(value.trim());
      current.values.set(tag, last);
    } else if (line.trim() === '') last = undefined;
    else if (last !== undefined && last.length > 0) last[last.length - 1] += ` ${line.trim()}`;
  });
  return records;
}

function fieldsOfRis({ line, values }: Tagged): Fields {
  const first = (...tags: string[]): string | undefined =>
    tags.map((tag) => values.get(tag)?.find((value) => value !== '')).find((value) => value !== undefined);
  return {
    line,
    title: first('TI', 'T1', 'CT', 'BT'),
    author: first('AU', 'A1', 'A2'),
    year: first('PY', 'Y1', 'DA'),
    journal: first('JO', 'JF', 'T2', 'JA', 'J2'),
    doi: first('DO'),
    other: all(values, ['AN', 'ID', 'M3', 'N1', 'UR', 'L2', 'C2', 'C7', 'M1']),
  };
}

function fieldsOfNbib({ line, values }: Tagged): Fields {
  const first = (...tags: string[]): string | undefined =>
    tags.map((tag) => values.get(tag)?.[0]).find((value) => value !== undefined && value !== '');
  return {
    line,
    title: first('TI', 'BTI'),
    author: first('FAU', 'AU', 'CN'),
    year: first('DP', 'DEP'),
    journal: first('JT', 'TA'),
    pmid: first('PMID'),
    pmcid: first('PMC'),
    doi: [...(values.get('LID') ?? []), ...(values.get('AID') ?? [])].find((value) => value.includes('[doi]')),
  };
}

function all(values: Tagged['values'], tags: readonly string[]): string {
  return tags.flatMap((tag) => values.get(tag) ?? []).join(' ');
}
