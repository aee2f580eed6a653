/** A paper at a glance: its design, who took part, whether a copy is free. */
import type { PaperView } from '#api/index.ts';
import { Icon } from '../../parts/icon.tsx';

export function Glance({ chips }: Pick<PaperView, 'chips'>) {
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="At a glance">
      {chips.map(({ kind, text }) =>
        kind === 'free-copy' ? (
          <li key={kind} className="chip is-free">
            <Icon name="free" small />
            {text}
          </li>
        ) : (
          <li key={kind} className="chip">
            {text}
          </li>
        ),
      )}
    </ul>
  );
}
