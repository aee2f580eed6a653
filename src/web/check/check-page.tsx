/** A list of references against the library: which papers they are, which are retracted, which are missing. */
import { useMemo, useState } from 'react';
import { moment } from '../bring/moment.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { account, BEFORE, message } from './check-words.ts';
import { useCheck, useChecking } from './checking.ts';
import type { Checked } from './checking.ts';
import { judged } from './judged.ts';
import type { Judged } from './judged.ts';
import { ListForm } from './list-form.tsx';
import { Refused } from './refused.tsx';
import { Results } from './results.tsx';
import '../styles/bring.css';
import '../styles/jobs.css';
import '../styles/check.css';

export function CheckPage() {
  const [checking, alter] = useChecking();
  const { checked, chosen, order, wish } = checking;
  const { mutate, isPending, error, variables } = useCheck();
  const references = useMemo(() => judged(checked?.answer.rows ?? [], chosen), [checked, chosen]);
  return (
    <>
      <Head checked={checked} references={references} />
      <div className="wide stack">
        <ListForm checking={checking} alter={alter} isPending={isPending} onCheck={mutate} />
        {error && variables && (
          <Refused error={error} kept="What you wrote is kept above." onRetry={() => mutate(variables)} />
        )}
        {checked && (
          <Results checked={checked} references={references} {...{ chosen, order, wish, alter }} onCheck={mutate} />
        )}
      </div>
    </>
  );
}

interface Outcome {
  readonly checked: Checked | undefined;
  readonly references: readonly Judged[];
}

function Head({ checked, references }: Outcome) {
  const [now] = useState(() => new Date());
  const title = checked === undefined ? BEFORE : message(references);
  const told = account(references);
  return (
    <header className="head wide">
      <div className="head-line">
        <PageHeading title={title} />
        {checked !== undefined && <span className="quiet">Checked {moment(checked.at, now)}</span>}
      </div>
      {checked === undefined ? (
        <p>
          Paste the references of a protocol, a guideline or a manuscript: you see which are retracted or corrected.
        </p>
      ) : (
        <p>
          {checked.from !== undefined && `From “${checked.from}”. `}
          {told}
        </p>
      )}
      <p className="sr" role="status">
        {checked !== undefined && `${title}. ${told}`}
      </p>
    </header>
  );
}
