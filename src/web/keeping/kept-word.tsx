/** Under a setting: that it is being kept, that it is kept, and the way back. */
import { useSlow } from '../parts/slow.ts';

interface Kept {
  /** What happened, where that is more than being kept. */
  readonly words?: string;
  readonly isPending: boolean;
  readonly isKept: boolean;
  readonly onUndo?: () => void;
}

export function KeptWord({ words = 'Kept.', isPending, isKept, onUndo }: Kept) {
  const isSlow = useSlow(isPending);
  return (
    <div className="kept-word">
      <span role="status">{isSlow ? 'Keeping it…' : isKept && !isPending ? words : ''}</span>
      {isKept && !isPending && onUndo && (
        <button className="btn-link" type="button" onClick={onUndo}>
          Undo
        </button>
      )}
    </div>
  );
}

export function FixedBy({ variable }: { variable: string }) {
  return (
    <>
      Set by <code>{variable}</code> in the environment Attune was started with. Change it there and start Attune anew.
    </>
  );
}
