/** Where one reference of a free list ends and the next begins: by numbers, blank lines, indents, or one a line. */
import { idsAlone, idsInText } from './ids-in-text.ts';
import { joinLines } from './plain-lines.ts';
import { hasIds, LONGEST_REFERENCE } from './reference.ts';
import type { Entry } from './reference.ts';

interface Line {
  readonly line: number;
  readonly text: string;
}

/** So many lines before a line tell whether it goes on with them. */
const LOOKED_BACK = 8;
const MOST_LINES = 100;

const NUMBER = /^\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.):](?=\s|\p{Lu}))\s*(?=\S)/u;
const HEADING =
  /^(?:references?|bibliography|literatur(?:verzeichnis)?|literature(?: cited)?|works cited|sources?|quellen|pmids?|pmcids?|dois?|titles?|citations?)\s*:?$/i;

/** The entries of the list in their order. Numbers of the list, bullets and headings are left away. */
export function freeEntries(whole: readonly string[]): Entry[] {
  const lines = whole.map((line) => line.slice(0, LONGEST_REFERENCE));
  const numbered = numberedBlocks(lines);
  const blocks = numbered ?? blankBlocks(lines).flatMap(splitBlock);
  return blocks.flatMap((block) => {
    const [first] = block;
    if (first === undefined) return [];
    const text = joinLines(block.slice(0, MOST_LINES).map((each) => each.text))
      .slice(0, LONGEST_REFERENCE)
      .replace(/^[•·▪◦*–—-]\s+/, '');
    return text === '' || HEADING.test(text) ? [] : [{ line: first.line, text }];
  });
}

/** A list is numbered where most of its numbers follow each other; a number out of turn is part of a reference. */
function numberedBlocks(lines: readonly string[]): Line[][] | undefined {
  const numbers = lines.map(numberOf);
  const start = numbers.find((number) => number !== undefined);
  const found = numbers.filter((number) => number !== undefined).length;
  if (start === undefined || (found < 2 && start !== 1)) return undefined;
  const blocks: Line[][] = [];
  let next = start;
  let began = 0;
  lines.forEach((text, index) => {
    const number = numbers[index];
    const isNext = number !== undefined && number >= next && number <= next + 2;
    if (isNext) {
      blocks.push([{ line: index + 1, text: text.replace(NUMBER, '') }]);
      next = number + 1;
      began += 1;
    } else if (began === 0) blocks.push([{ line: index + 1, text }]);
    else blocks.at(-1)?.push({ line: index + 1, text });
  });
  if (began * 2 < found || (began === 1 && lines.filter((line) => line.trim() !== '').length > 6)) return undefined;
  return blocks.flatMap((block) => afterNumbers(block));
}

function numberOf(line: string): number | undefined {
  const match = NUMBER.exec(line);
  if (match === null || idsAlone(line)?.[0]?.pmid === line.trim()) return undefined;
  return Number(match[1] ?? match[2] ?? match[3]);
}

/** What stands behind a blank line after a numbered reference is no part of it, unless that goes on in the middle of a sentence. */
function afterNumbers(block: readonly Line[]): Line[][] {
  const blank = block.findIndex((each, index) => index > 0 && each.text.trim() === '');
  const next = block.slice(blank).find((each) => each.text.trim() !== '');
  if (blank < 0 || next === undefined || /^\s*\p{Ll}/u.test(next.text)) return [[...block]];
  return [
    block.slice(0, blank),
    ...blankBlocks(
      block.slice(blank).map((each) => each.text),
      block[blank]?.line,
    ).flatMap(splitBlock),
  ];
}

function blankBlocks(lines: readonly string[], firstLine = 1): Line[][] {
  const blocks: Line[][] = [[]];
  lines.forEach((text, index) => {
    if (text.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push({ line: firstLine + index, text });
  });
  return blocks.filter((block) => block.length > 0);
}

/** Lines without a blank between them: one reference each, or one that was wrapped. */
function splitBlock(block: Line[]): Line[][] {
  const indents = block.map(({ text }) => /^\s*/.exec(text)?.[0].length ?? 0);
  const least = indents.reduce((one, other) => Math.min(one, other), Infinity);
  const isHanging = indents[0] === least && indents.some((indent) => indent > least);
  const parts: Line[][] = [];
  if (!isHanging && areTitles(block)) return block.map((line) => [line]);
  block.forEach((line, index) => {
    const last = parts.at(-1);
    const goesOn = isHanging ? (indents[index] as number) > least : last !== undefined && continues(last, line.text);
    if (goesOn && last !== undefined) last.push(line);
    else parts.push([line]);
  });
  return parts;
}

/** Titles pasted one a line: each begins like one and breaks off nowhere, and nothing of a whole reference is among them. */
function areTitles(block: readonly Line[]): boolean {
  return block.every(({ text }) => {
    const title = text.trim();
    return (
      /^["“„»‘']?[\p{Lu}\d]/u.test(title) && !ENDS_OPEN.test(title) && !hasYear(title) && !hasIds(idsInText(title))
    );
  });
}

const ENDS_OPEN =
  /(?:\p{L}-|[,&:;(/]|\b(?:and|et|of|the|in|for|a|an|with|by|to|on|from|und|von|der|die|das|im|bei|mit|vs))$/u;
const PARTICLE = /^(?:van|von|de|der|den|del|della|di|da|do|dos|la|le|el|al|ten|ter|zu|af|bin|ibn)\b/;

/** Whether a line goes on with what stands before it: it begins in the middle of something, or that ended there. */
function continues(before: readonly Line[], line: string): boolean {
  const text = line.trim();
  const sofar = joinLines(before.slice(-LOOKED_BACK).map((each) => each.text));
  const last = before.at(-1)?.text.trim() ?? '';
  if (idsAlone(sofar) !== undefined) return false;
  if (idsAlone(text) !== undefined)
    return /^(?:doi|pmid|pmcid)\b/i.test(text) && hasYear(sofar) && !hasIds(idsInText(sofar));
  if (/^(?:doi|pmid|pmcid|epub|available from|https?:)/i.test(text) && !hasIds(idsInText(sofar))) return true;
  if (/^\p{Ll}/u.test(text) && !PARTICLE.test(text)) return true;
  if (/^(?:(?:19|20)\d\d|\d{1,4}\s?\(\d|\d{1,4}[;:,])/.test(text) && !hasYear(sofar)) return true;
  if (ENDS_OPEN.test(last)) return true;
  return last.length > 50 && !/[.?!)\]”"»\d]$/.test(last) && !hasYear(sofar) && !startsWithAuthor(text);
}

function hasYear(text: string): boolean {
  return /\b(?:19|20)\d\d\b/.test(text);
}

function startsWithAuthor(text: string): boolean {
  return /^[\p{Lu}][\p{L}'’-]+(?:\s[\p{Lu}][\p{L}'’-]+)?(?:,?\s\p{Lu}{1,3}\b|,\s\p{Lu}\.|\set al)/u.test(text);
}
