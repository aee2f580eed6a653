/** Strict readers of the formats, independent of the writers: each refuses what its format does not allow. */
import assert from 'node:assert/strict';

/** Tags and values of one record, in order. */
export type Lines = readonly (readonly [tag: string, value: string])[];

export function valuesOf(lines: Lines, tag: string): string[] {
  return lines.filter(([name]) => name === tag).map(([, value]) => value);
}

/** Every line a tag line that ends with CR and LF, from TY to ER. */
export function readRis(text: string): Lines[] {
  assert.ok(!text.startsWith('\uFEFF'), 'a byte order mark');
  const rows = text.split('\r\n');
  assert.equal(rows.pop(), '', 'the last line is not ended');
  const records: [string, string][][] = [];
  let open: [string, string][] | undefined;
  for (const row of rows) {
    const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/s.exec(row) ?? assert.fail(`no tag line: ${row}`);
    assert.doesNotMatch(value, /\p{Cc}/u, row);
    assert.equal(tag === 'TY', open === undefined, `TY inside a record or missing before: ${row}`);
    if (tag === 'TY') records.push((open = []));
    open?.push([tag, value]);
    if (tag === 'ER') open = undefined;
  }
  assert.equal(open, undefined, 'the last record is not closed');
  return records;
}

/** Tags padded to four places, lines that go on in the seventh column, an empty line after each record. */
export function readNbib(text: string): Lines[] {
  if (text === '') return [];
  assert.ok(text.endsWith('\n\n'), 'the last record is not closed');
  return text
    .slice(0, -2)
    .split('\n\n')
    .map((record) => {
      const lines: [string, string][] = [];
      for (const row of record.split('\n')) {
        assert.doesNotMatch(row, /\p{Cc}/u, row);
        const tagged = /^([A-Z][A-Z0-9]{1,3}) *- (\S.*)$/.exec(row);
        const last = lines.at(-1);
        if (tagged !== null) {
          assert.equal(row[4], '-', row);
          lines.push([tagged[1] ?? '', tagged[2] ?? '']);
        } else if (last !== undefined && /^ {6}\S/.test(row)) last[1] += ` ${row.trim()}`;
        else assert.fail(`neither a tag nor a line that goes on: ${row}`);
      }
      return lines;
    });
}

export interface Entry {
  readonly type: string;
  readonly key: string;
  /** Values without their outer braces; the name of a month as it is. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Entries as BibTeX reads them: a value ends where its braces are even, whatever stands before them. */
export function readBibtex(text: string): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, 'ys');
    sticky.lastIndex = at;
    const found = sticky.exec(text) ?? assert.fail(`not BibTeX at: ${text.slice(at, at + 80)}`);
    at = sticky.lastIndex;
    return found;
  };
  const value = (): string => {
    if (text[at] !== '{') return take(/[a-z]{3}/)[0];
    const start = at + 1;
    for (let depth = 0; at < text.length; at += 1) {
      if (text[at] === '{') depth += 1;
      if (text[at] === '}' && (depth -= 1) === 0) return text.slice(start, at++);
    }
    return assert.fail('a brace is not closed');
  };
  take(/(?:%[^\n@]*\n\s*)?/);
  while (at < text.length) {
    const [, type = '', key = ''] = take(/@([a-z]+)\{([A-Za-z0-9_-]+),\n/);
    const fields: Record<string, string> = {};
    do {
      const [, name = ''] = take(/ {2}([a-z]+) = /);
      assert.ok(!(name in fields), `${name} twice in ${key}`);
      fields[name] = value();
    } while (take(/,\n|\n\}\n\n?/)[0].startsWith(','));
    entries.push({ type, key, fields });
  }
  return entries;
}

/** Words of a BibTeX value, as a style would print them. */
export function printed(value: string): string {
  return value
    .replace(/\\textbackslash\{\}/g, '\u0001')
    .replace(/\\textbraceleft\{\}/g, '\u0002')
    .replace(/\\textbraceright\{\}/g, '\u0003')
    .replace(/\\textless\{\}/g, '<')
    .replace(/\\textgreater\{\}/g, '>')
    .replace(/\\textbar\{\}/g, '|')
    .replace(/\\textasciitilde\{\}/g, '~')
    .replace(/\\textasciicircum\{\}/g, '^')
    .replace(/\\(?:textit|textbf|textsuperscript|textsubscript|underline)/g, '')
    .replace(/\\([&%$#_])/g, '$1')
    .replace(/[{}]/g, '')
    .replaceAll('\u0001', '\\')
    .replaceAll('\u0002', '{')
    .replaceAll('\u0003', '}');
}

/** Rows of RFC 4180 by the names of the first, behind the byte order mark. */
export function readCsv(text: string): Readonly<Record<string, string>>[] {
  assert.ok(text.startsWith('\uFEFF'), 'no byte order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  cell.lastIndex = 1;
  while (cell.lastIndex < text.length) {
    const at: number = cell.lastIndex;
    const [, quoted, plain = '', end] = cell.exec(text) ?? assert.fail(`not RFC 4180 at: ${text.slice(at, at + 80)}`);
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  assert.deepEqual(row, []);
  const [names = [], ...records] = rows;
  return records.map((values) => {
    assert.equal(values.length, names.length);
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  });
}
