/** What a mark says that the buttons under a paper do not: read, not again, and under which labels it is kept. */
import type { Mark } from '#api/index.ts';
import { Icon } from '../../parts/icon.tsx';

export function MarkSigns({ mark: { isRead, isHidden, isSaved, labels } }: { mark: Mark }) {
  const shown = isSaved ? labels : [];
  if (!isRead && !isHidden && shown.length === 0) return null;
  return (
    <p className="meta marked">
      {isRead && (
        <span className="tell">
          <Icon name="tick" small />
          Read
        </span>
      )}
      {isHidden && <span>Not again</span>}
      {shown.map((label) => (
        <span key={label}>
          <span className="chip label" dir="auto">
            {label}
          </span>
        </span>
      ))}
    </p>
  );
}
