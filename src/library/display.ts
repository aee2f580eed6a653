/** How a house shows papers: whose abstracts it keeps to itself, and which way papers open. */
import type { Paper, PaperSource } from '#model/index.ts';

export interface Display {
  /** Sources whose abstracts are not shown, whatever is stored. */
  readonly hideAbstracts: readonly PaperSource[];
  /** The institution's link resolver: an address with `{doi}` or `{pmid}` in it. */
  readonly linkResolver?: string | undefined;
}

/** A house that shows all it has. */
export const SHOW_ALL: Display = { hideAbstracts: [] };

/** The paper as this house shows it. */
export function shown(paper: Paper, { hideAbstracts }: Display): Paper {
  return hideAbstracts.includes(paper.source) ? withoutAbstract(paper) : paper;
}

/** The paper without its abstracts, for houses that may keep or show none of a source. */
export function withoutAbstract(paper: Paper): Paper {
  const { abstract: _abstract, otherAbstracts: _otherAbstracts, ...rest } = paper;
  return rest;
}
