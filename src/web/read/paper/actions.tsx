/** What one can do with a paper, always in the same place: think of it, keep it, pass it on, open it. Below, why it opens where it does. */
import type { PaperView } from '#api/index.ts';
import { useCopy } from '../../parts/copying.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useShortcut } from '../../parts/single-keys.tsx';
import { Act, MarkButtons } from '../marks/mark-buttons.tsx';
import type { PaperMarks } from '../marks/use-marks.ts';
import { Cite } from './cite.tsx';

interface ActionsOf {
  readonly view: PaperView;
  readonly isRetracted: boolean;
  readonly marks: PaperMarks;
  readonly onNote: () => void;
}

export function Actions({ view, isRetracted, marks, onNote }: ActionsOf) {
  const copy = useCopy();
  const copyKey = useShortcut('c');
  return (
    <>
      <div className="acts" role="group" aria-label="This paper">
        <MarkButtons marks={marks} />
        <Act name="note" letter="n" isOn={marks.mark.hasNote} onPress={onNote}>
          Note
        </Act>
        <button type="button" className="act" {...copyKey} onClick={() => copy(view.teamNote, 'Copied for the team')}>
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
