/** The paper as a reference list has it, in two styles, each to see first and then to copy. */
import { useId, useRef } from 'react';
import type { PaperView } from '#api/index.ts';
import { useCopy } from '../../parts/copying.tsx';
import { Icon } from '../../parts/icon.tsx';

const STYLES = [
  { name: 'Vancouver', key: 'vancouver' },
  { name: 'AMA', key: 'ama' },
] as const;

export function Cite({ citations }: { citations: PaperView['citations'] }) {
  const copy = useCopy();
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className="act" popoverTarget={id} aria-haspopup="dialog">
        <Icon name="cite" />
        Cite
      </button>
      <div ref={sheet} id={id} popover="auto" className="cite" role="dialog" aria-labelledby={`${id}-name`}>
        <header className="sheet-head">
          <h2 id={`${id}-name`}>Cite this paper</h2>
          <button className="icon-link" type="button" popoverTarget={id} popoverTargetAction="hide">
            <Icon name="close" />
            <span className="sr">Close</span>
          </button>
        </header>
        {STYLES.map(({ name, key }) => (
          <section key={key} className="citation">
            <h3>{name}</h3>
            <p className="lit" dir="auto">
              {citations[key]}
            </p>
            <button
              className="btn"
              type="button"
              onClick={() => {
                // The sheet lies over everything, also over the word that it is copied.
                sheet.current?.hidePopover();
                copy(citations[key], `Copied in ${name} style`);
              }}
            >
              <Icon name="copy" />
              Copy<span className="sr"> in {name} style</span>
            </button>
          </section>
        ))}
      </div>
    </>
  );
}
