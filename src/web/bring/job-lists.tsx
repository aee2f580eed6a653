/** What of a list did not lead to a paper: numbers PubMed has no record for, and lines that were not understood. */
import type { JobView } from '#api/index.ts';
import { number } from '../parts/words.ts';

/** More would push the rest of the page away; they stand in a fold. */
const SHOWN = 5;

export function JobLists({ job: { notFound, badLines } }: { job: JobView }) {
  return (
    <>
      <Listed
        title={
          notFound.length === 1
            ? 'PubMed has no paper under this number'
            : `PubMed has no paper under these ${number(notFound.length)} numbers`
        }
        items={notFound}
      />
      <Listed
        title={
          badLines.length === 1 ? '1 line was not understood' : `${number(badLines.length)} lines were not understood`
        }
        items={badLines.map(({ line, text }) => `Line ${number(line)}: ${text}`)}
      />
    </>
  );
}

function Listed({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  const list = (
    <ul className="left-out">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
  if (items.length > SHOWN)
    return (
      <details>
        <summary>{title}</summary>
        {list}
      </details>
    );
  return (
    <div>
      <p className="list-head">{title}</p>
      {list}
    </div>
  );
}
