/** The foot of a list: what the library holds, since when, whose work the records are, and the same search in PubMed. */
import { useState } from 'react';
import type { HouseState, LibraryState } from '#api/index.ts';
import { Icon } from './icon.tsx';
import { pubmedSearch } from './pubmed-search.ts';
import type { SearchState } from './search-state.ts';
import { dayInWords, papers, recentDay } from './words.ts';

interface Coverage {
  readonly house: HouseState;
  /** Absent where one has to sign in first. */
  readonly library: LibraryState | undefined;
  /** The search that made the list, where one did. */
  readonly asked?: SearchState;
}

export function Covers({ house, library, asked }: Coverage) {
  const [today] = useState(() => new Date());
  if (library === undefined || library.papers === 0) return null;
  const { changedAt, dataOf } = library;
  const elsewhere = asked && pubmedSearch(asked);
  return (
    <div className="covers">
      <p>
        <b className="num">{papers(library.papers)}</b>
        {changedAt !== undefined && `, updated ${recentDay(new Date(changedAt), today)}`}.
      </p>
      {elsewhere !== undefined && (
        <a href={elsewhere} rel="noreferrer">
          <Icon name="open" small />
          Run this in PubMed
        </a>
      )}
      <p>
        {house.kind === 'sample'
          ? 'Sample papers, all fictional.'
          : `PubMed records courtesy of the U.S. National Library of Medicine${
              dataOf === undefined ? '' : `, data of ${dayInWords(dataOf)}`
            }. Not endorsed by NLM.`}
      </p>
    </div>
  );
}
