/**
 * Text of a paper in LaTeX, for BibTeX. Letters stay as they are, in UTF-8; only what LaTeX or BibTeX would read as an
 * instruction is written in another way. BibTeX counts every brace, also one behind a backslash: there are none of those.
 */
import type { RichNode, RichText } from '#model/index.ts';
import { oneLine } from './one-line.ts';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

const COMMANDS: Readonly<Record<string, string>> = {
  i: '\\textit',
  b: '\\textbf',
  sup: '\\textsuperscript',
  sub: '\\textsubscript',
  u: '\\underline',
};

/** One line of plain text. */
export function latex(text: RichText): string {
  return escaped(oneLine(text));
}

/**
 * A title, whose words with capitals stand in braces so that no style makes `dna` of `DNA`. The first word keeps its own
 * capital under any style.
 */
export function latexTitle(title: RichText): string {
  const nodes = typeof title === 'string' ? [title] : title;
  let isFirst = true;
  return nodes
    .map((node) => {
      const written = typeof node === 'string' ? protectedWords(node, isFirst) : element(node);
      isFirst = false;
      return written;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function element(node: RichNode): string {
  if (typeof node === 'string') return escaped(node);
  const [tag, ...children] = node;
  const command = COMMANDS[tag];
  if (command === undefined) return tag === 'math' ? ` ${latex([node])} ` : latex([node]);
  return `${command}{${children.map(element).join('')}}`;
}

function protectedWords(text: string, isFirst: boolean): string {
  const at = isFirst ? text.search(/\S/) : -1;
  return text.replace(/\S+/g, (word, offset: number) => {
    const hasCapital = /\p{Lu}/u.test(offset === at ? word.slice(1) : word);
    return hasCapital ? `{${escaped(word)}}` : escaped(word);
  });
}

function escaped(text: string): string {
  return text.toWellFormed().replace(/[\\{}~^<>|&%$#_]/g, (letter) => SPECIAL[letter] ?? letter);
}
