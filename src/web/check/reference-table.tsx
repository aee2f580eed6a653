/** The references, one a row: what it is, what became of it, whether it is here, whether it can be read. A list on a phone. */
import { Link } from '@tanstack/react-router';
import { Chooser } from './chooser.tsx';
import { Icon } from '../parts/icon.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { linesInWords, titleWithin } from './check-words.ts';
import type { FetchingMissing } from './fetch-missing.ts';
import { InLibrary } from './in-library.tsx';
import type { Judged } from './judged.ts';
import { NoticeCell } from './notice-cell.tsx';

interface Table {
  readonly references: readonly Judged[];
  readonly fetching: FetchingMissing;
  readonly onChoose: (key: string, id: string) => void;
}

const COLUMNS = ['Reference', 'Notice', 'In the library', 'To read'];

export function ReferenceTable({ references, fetching, onChoose }: Table) {
  return (
    <table className="tbl fold checked" aria-labelledby="checked">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {references.map((reference) => (
          <tr key={reference.key}>
            <th scope="row">
              <Reference reference={reference} onChoose={(id) => onChoose(reference.key, id)} />
            </th>
            <NoticeCell reference={reference} />
            <InLibrary reference={reference} fetching={fetching} />
            <ToRead paper={reference.paper} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Only what the record says: a copy anyone can read, or nothing known. */
function ToRead({ paper }: Pick<Judged, 'paper'>) {
  const isFree = paper?.freeCopy === true;
  return (
    <td data-l="To read" className={paper === undefined || isFree ? undefined : 'same'}>
      <div>
        {isFree ? (
          <span className="tell is-free">
            <Icon name="free" small />
            Free copy
          </span>
        ) : (
          <span className="quiet">Not known</span>
        )}
      </div>
    </td>
  );
}

function Reference({ reference, onChoose }: { reference: Judged; onChoose: (id: string) => void }) {
  const { row, state, paper } = reference;
  const where = [linesInWords(row.lines), placeOf(paper)].filter((part) => part !== '').join(' · ');
  return (
    <>
      {paper === undefined ? (
        <p className="as-pasted" dir="auto">
          “{row.text}”
        </p>
      ) : (
        <p className="row-title" dir="auto">
          <Link to="/paper/$" params={{ _splat: paper.id }}>
            <RichText text={paper.title} />
          </Link>
        </p>
      )}
      <p className="t-1 quiet">{where}</p>
      {row.remark !== undefined && !saysNothingMore(reference) && (
        <p className="t-1 tell wrap is-concern">
          <Icon name="concern" small />
          <span>{row.remark}</span>
        </p>
      )}
      {row.options.length > 0 && <Chooser reference={reference} onChoose={onChoose} />}
      {state === 'unknown' && (
        <p className="t-1">
          {row.state === 'unknown' ? (row.remark ?? 'None that fits.') : 'None that fits.'}{' '}
          <SearchTitle text={row.text} />
        </p>
      )}
    </>
  );
}

/** Whether what is remarked is what the row says anyway: that none fits, or how many do. */
function saysNothingMore({ row: { state, remark = '' } }: Judged): boolean {
  return state === 'unknown' || (state === 'several' && /^(?:\p{L}+ papers fit|One paper may be meant)/u.test(remark));
}

function placeOf(paper: Judged['paper']): string {
  return [paper?.journal, paper?.date?.slice(0, 4)].filter((part) => part !== undefined).join(' ');
}

function SearchTitle({ text }: { text: string }) {
  const q = titleWithin(text);
  if (q === '') return null;
  return (
    <Link to="/search" search={{ q }} activeOptions={{ exact: true }}>
      Search by its title
      <span className="sr">: {q}</span>
    </Link>
  );
}
