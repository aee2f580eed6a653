/** The one way to the text itself. It is the page's filled button, except on a retracted paper: nothing urges to open that. */
import type { PaperView } from '#api/index.ts';
import { Icon } from '../../parts/icon.tsx';

export function OpenLine({ view: { paper, open }, isRetracted }: { view: PaperView; isRetracted: boolean }) {
  if (open === undefined) {
    return (
      <div className="open-line quiet">
        {paper.source === 'sample'
          ? 'A sample paper: there is no copy to open.'
          : 'The record names no place where the paper opens.'}
      </div>
    );
  }
  return (
    <div className="open-line">
      {isRetracted ? (
        <span className="quiet">The copy itself may not show the notice.</span>
      ) : paper.identifiers.pmcid === undefined ? (
        <span className="quiet">The journal may ask you to pay.</span>
      ) : (
        <span className="tell is-free">
          <Icon name="free" small />
          Free copy
        </span>
      )}
      <a className={isRetracted ? 'btn' : 'btn btn-main'} href={open.url} rel="noreferrer noopener">
        <Icon name="open" />
        {open.label}
      </a>
    </div>
  );
}
