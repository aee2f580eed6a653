/**
 * Identifiers as people paste them, into the keys a library looks up: PMID, PMCID, DOI, our own ids, sample keys,
 * also inside addresses, with the punctuation of the sentence around them.
 */
import { createHash } from 'node:crypto';
import type { Identifiers, RecordId } from '#model/index.ts';

export interface ReadIdentifier {
  readonly kind: 'pmid' | 'pmcid' | 'doi' | 'own';
  /** What to look up, the most literal reading first. */
  readonly keys: readonly string[];
}

/** The house's id: of the PMID, else of the first DOI, else of the source's own key. */
export function recordIdOf(identifiers: Identifiers): RecordId {
  const { pmid, dois = [], sample } = identifiers;
  if (pmid !== undefined) return `pm${pmid}` as RecordId;
  if (sample !== undefined) return `src-${hash(`sample ${sample}`)}` as RecordId;
  return `doi-${hash(dois[0] ?? '')}` as RecordId;
}

/** What a text is the identifier of; undefined where it is anything else, such as words to search. */
export function readIdentifier(text: string): ReadIdentifier | undefined {
  const typed = text.trim();
  if (typed === '' || typed.length > 2_000) return undefined;
  return ownId(typed) ?? pmid(typed) ?? pmcid(typed) ?? doi(typed);
}

function ownId(typed: string): ReadIdentifier | undefined {
  const match = /^(pm\d{1,9}|(?:doi|src)-[0-9a-f]{16}|s\d{4})$/i.exec(typed);
  return match === null ? undefined : { kind: 'own', keys: [typed.toLowerCase()] };
}

function pmid(typed: string): ReadIdentifier | undefined {
  const match =
    /^\(?(?:pmid:?\s*)?0*(\d{1,9})[\s.,;)]*$/i.exec(typed) ??
    /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/0*(\d{1,9})\/?(?:[?#].*)?$/i.exec(
      typed,
    );
  return match === null ? undefined : { kind: 'pmid', keys: [match[1] as string] };
}

function pmcid(typed: string): ReadIdentifier | undefined {
  const match =
    /^\(?(?:pmcid:?\s*)?(pmc\d{1,9})[\s.,;)]*$/i.exec(typed) ??
    /^https?:\/\/(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc)\/articles\/(pmc\d{1,9})\/?(?:[?#].*)?$/i.exec(
      typed,
    );
  return match === null ? undefined : { kind: 'pmcid', keys: [(match[1] as string).toLowerCase()] };
}

function doi(typed: string): ReadIdentifier | undefined {
  const match =
    /^[\s(<["“']*(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi[:\s]+(?:https?:\/\/(?:dx\.)?doi\.org\/)?)?(10\.\d{4,9}\/\S+)$/iu.exec(
      typed,
    );
  if (match === null) return undefined;
  const literal = match[1] as string;
  const forms = [literal, unescaped(literal)].flatMap((form) => [form, withoutSentence(form)]);
  return { kind: 'doi', keys: [...new Set(forms.map((form) => form.toLowerCase()))] };
}

/** Takes away what ends the sentence or the bracket around a DOI, and leaves brackets that belong to it. */
function withoutSentence(form: string): string {
  let rest = form;
  for (;;) {
    const last = rest.at(-1) ?? '';
    if (/[.,;:!?"”'’]/.test(last) || isUnmatched(rest, last)) rest = rest.slice(0, -1);
    else return rest;
  }
}

const OPENS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '>': '<', '}': '{' };

function isUnmatched(text: string, last: string): boolean {
  const opens = OPENS[last];
  return opens !== undefined && text.split(last).length > text.split(opens).length;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
