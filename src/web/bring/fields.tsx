/** The parts of the form: which papers, from when on, how many, and whether to go on looking. */
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { number } from '../parts/words.ts';
import { sizeOf, takenOf, takes, takesAbout } from './wish.ts';
import type { Missing, Wish, WishKind } from './wish.ts';

/** What each part of the form gets and tells. */
export interface Part {
  readonly wish: Wish;
  readonly missing: Missing | undefined;
  readonly change: (part: Partial<Wish>) => void;
}

const KINDS: readonly (readonly [kind: WishKind, words: string])[] = [
  ['query', 'A question or search'],
  ['journal', 'A journal'],
  ['ids', 'A list of numbers'],
];

export function Kinds({ wish, change }: Part) {
  return (
    <fieldset className="field">
      <legend>Which papers</legend>
      <div className="picks picks-3">
        {KINDS.map(([kind, words]) => (
          <label key={kind} className="pick">
            <input type="radio" name="kind" checked={wish.kind === kind} onChange={() => change({ kind })} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const ASKED: Readonly<Record<WishKind, { label: string; hint: string }>> = {
  query: {
    label: 'Your question, or a PubMed search',
    hint: 'As you would type it at pubmed.gov: heart failure readmission, or sepsis[ti] AND 2024[dp].',
  },
  journal: { label: 'Name of the journal', hint: 'Or its abbreviation: Implementation Science, Implement Sci.' },
  ids: {
    label: 'PMIDs, DOIs or PMCIDs',
    hint: 'One on each line. Links and words such as “PMID:” around them do no harm. All of them are taken.',
  },
};

/** @param onEnter the person wants to know now. */
export function Words({ wish, missing, change, onEnter }: Part & { onEnter: () => void }) {
  const { kind } = wish;
  const { label, hint } = ASKED[kind];
  const wrong = missing?.field === kind ? missing : undefined;
  const shared = {
    id: kind,
    value: wish[kind],
    spellCheck: false,
    autoCapitalize: 'off',
    autoComplete: 'off',
    'aria-invalid': wrong !== undefined,
    'aria-describedby': wrong === undefined ? `${kind}-hint` : `${kind}-wrong ${kind}-hint`,
    onChange: ({ target }: { target: { value: string } }) => change({ [kind]: target.value }),
  };
  return (
    <Field id={kind} label={label} hint={hint} wrong={wrong?.message}>
      {kind === 'journal' ? (
        <input {...shared} />
      ) : (
        <textarea
          {...shared}
          className="code"
          rows={kind === 'ids' ? 6 : 2}
          onKeyDown={(event) => {
            // In a list Enter begins the next line, as Shift and Enter do in a search.
            if (kind === 'ids' || event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onEnter();
          }}
        />
      )}
    </Field>
  );
}

export function Since({ wish, missing, change }: Part) {
  const wrong = missing?.field === 'since' ? missing.message : undefined;
  return (
    <Field id="since" label="Published since" hint="A year, or empty for all years." wrong={wrong}>
      <input
        id="since"
        className="year"
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        value={wish.since}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? 'since-hint' : 'since-wrong since-hint'}
        onChange={({ target }) => change({ since: target.value })}
      />
    </Field>
  );
}

/** @param total how many match, where that is known. */
export function HowMany({ wish, change, total }: Part & { total: number | undefined }) {
  const offered = takes(total);
  const taken = takenOf(wish.take, offered);
  return (
    <fieldset className="field">
      <legend>How many to take, the newest first</legend>
      <div className="picks picks-many">
        {offered.map((take) => {
          const size = sizeOf(take, total) ?? 0;
          return (
            <label key={take} className="pick">
              <input type="radio" name="take" checked={taken === take} onChange={() => change({ take })} />
              <span>
                {take === 'all' ? `All ${number(size)}` : number(size)}
                <span className="hint">{takesAbout(size)}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

export function KeepCurrent({ wish, change }: Part) {
  return (
    <label className="pick">
      <input
        type="checkbox"
        checked={wish.keepCurrent}
        onChange={({ target }) => change({ keepCurrent: target.checked })}
      />
      <span>
        Keep this current
        <span className="hint">Attune looks every day for what is new, as long as it runs.</span>
      </span>
    </label>
  );
}

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly wrong: string | undefined;
  readonly children: ReactNode;
}

function Field({ id, label, hint, wrong, children }: Labelled) {
  return (
    <div className={wrong === undefined ? 'field' : 'field field-wrong'}>
      <label htmlFor={id}>{label}</label>
      {wrong !== undefined && (
        <span className="wrong" id={`${id}-wrong`}>
          <Icon name="concern" small />
          {wrong}
        </span>
      )}
      {children}
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
    </div>
  );
}
