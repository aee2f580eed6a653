/** What one can do with a paper, always in the same place: pass it on, cite it, open it. Below, why it opens where it does. */
import type { PaperView } from '#api/index.ts';
import { useCopy } from '../../parts/copying.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useShortcut } from '../../parts/single-keys.tsx';
import { Cite } from './cite.tsx';

export function Actions({ view, isRetracted }: { view: PaperView; isRetracted: boolean }) {
  const copy = useCopy();
  const copyKey = useShortcut('c');
  return (
    <>
      <div className="acts" role="group" aria-label="This paper">
        <button type="button" {...copyKey} onClick={() => copy(view.teamNote, 'Copied for the team')}>
          <Icon name="copy" />
          Copy for the team
        </button>
        <Cite citations={view.citations} />
        {view.open && <Open {...view.open} isRetracted={isRetracted} />}
      </div>
      <Access view={view} isRetracted={isRetracted} />
    </>
  );
}

/** The page's filled button, except on a retracted paper: nothing urges to open that. On a phone the first word stands alone. */
function Open({ label, url, isRetracted }: { label: string; url: string; isRetracted: boolean }) {
  const openKey = useShortcut('o');
  const [, rest] = /^Open (.+)$/.exec(label) ?? [];
  return (
    <a className={isRetracted ? 'open faint' : 'open'} href={url} rel="noreferrer noopener" {...openKey}>
      <Icon name="open" />
      {rest === undefined ? (
        label
      ) : (
        <span>
          Open<span className="only-roomy"> {rest}</span>
        </span>
      )}
    </a>
  );
}

function Access({ view: { paper, open }, isRetracted }: { view: PaperView; isRetracted: boolean }) {
  if (open === undefined) {
    return (
      <p className="access quiet">
        {paper.source === 'sample'
          ? 'A sample paper: there is no copy to open.'
          : 'The record names no place where the paper opens.'}
      </p>
    );
  }
  const words = WORDS.find(([begins]) => open.label.startsWith(begins));
  if (isRetracted && words?.[0] !== RECORD)
    return <p className="access quiet">The copy itself may not show the notice.</p>;
  if (open.free) {
    return (
      <p className="access">
        <Icon name="free" />
        <span>
          <span className="is-free">Free copy.</span> Anyone can read it there.
        </span>
      </p>
    );
  }
  return words && <p className="access quiet">{words[1]}</p>;
}

/** How the button begins that leads to no copy. */
const RECORD = 'See the record';

/** By where it opens, as its button says. */
const WORDS = [
  ['Open through', 'Your library’s own page finds the copy that you may read.'],
  ['Open at the journal', 'The journal may ask you to pay.'],
  [RECORD, 'The record names no copy.'],
] as const;
