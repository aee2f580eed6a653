/** Papers as a file for elsewhere: one plain link for each format, which the browser fetches and keeps. */
import type { ExportFormat } from '#api/index.ts';
import { FoldOut } from './fold-out.tsx';

const FORMATS: readonly { readonly format: ExportFormat; readonly name: string; readonly means: string }[] = [
  { format: 'ris', name: 'RIS', means: 'EndNote, Zotero, Mendeley, Papers' },
  { format: 'nbib', name: 'NBIB', means: 'as PubMed itself gives it' },
  { format: 'bibtex', name: 'BibTeX', means: 'LaTeX' },
  { format: 'csl-json', name: 'CSL-JSON', means: 'Zotero, Pandoc' },
  { format: 'csv', name: 'CSV', means: 'a table, for a spreadsheet' },
];

interface ToTake {
  /** The address of the file. */
  readonly address: (format: ExportFormat) => string;
}

/** The formats in one line. */
export function TakeOutLinks({ address }: ToTake) {
  return FORMATS.map(({ format, name }, at) => (
    <span key={format}>
      {at > 0 && ' · '}
      <a href={address(format)} download>
        {name}
      </a>
    </span>
  ));
}

/** The formats as a list, each with what it is for. */
export function TakeOutList({ address, onTaken }: ToTake & { onTaken?: () => void }) {
  return (
    <ul className="panel-list">
      {FORMATS.map(({ format, name, means }) => (
        <li key={format}>
          <a href={address(format)} download onClick={onTaken}>
            <b>{name}</b> <span className="hint">{means}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** @param what is taken: `55 papers`. */
export function TakeOut({ address, what, look = 'btn' }: ToTake & { what: string; look?: string }) {
  return (
    <FoldOut
      words={
        <>
          Take it out<span className="sr"> as a file: {what}</span>
        </>
      }
      name={`Take out ${what}`}
      icon="get"
      look={look}
    >
      {(close) => (
        <>
          <p className="panel-name">{what}, as</p>
          <TakeOutList address={address} onTaken={close} />
        </>
      )}
    </FoldOut>
  );
}
