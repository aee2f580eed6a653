/** What the library holds, of which day, and whose work the records are. */
import type { HouseState, LibraryState } from '#api/index.ts';
import { dayInWords, papers } from '../../parts/words.ts';

export function Covers({ house, library }: { house: HouseState; library: LibraryState }) {
  if (library.papers === 0) return null;
  return (
    <p className="covers">
      <span>
        This library holds <b className="num">{papers(library.papers)}</b>.
      </span>
      <span>
        {house.kind === 'sample'
          ? 'Sample papers, all fictional.'
          : `PubMed records courtesy of the U.S. National Library of Medicine${
              library.dataOf === undefined ? '' : `, data of ${dayInWords(library.dataOf)}`
            }. Not endorsed by NLM.`}
      </span>
    </p>
  );
}
