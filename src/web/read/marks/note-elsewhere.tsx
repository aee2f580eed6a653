/** The note was changed in another window or on another device while it was written here: both texts, and the choice of the person. */
import { Icon } from '../../parts/icon.tsx';

interface Elsewhere {
  /** As it was changed there; empty where it was taken away. */
  readonly text: string;
  readonly onMine: () => void;
  readonly onOther: () => void;
}

export function NoteElsewhere({ text, onMine, onOther }: Elsewhere) {
  const isGone = text === '';
  return (
    <div className="banner is-concern" role="alert">
      <Icon name="concern" />
      <div className="doubt">
        <p>
          <strong>
            {isGone
              ? 'This note was taken away elsewhere while you wrote.'
              : 'This note was changed elsewhere while you wrote.'}
          </strong>{' '}
          Nothing is lost: what you write stands above{isGone ? '.' : ', and there it says:'}
        </p>
        {!isGone && (
          <p className="note-text" dir="auto">
            {text}
          </p>
        )}
      </div>
      <p className="btns">
        <button type="button" className="btn" onClick={onMine}>
          Keep what I write
        </button>
        <button type="button" className="btn" onClick={onOther}>
          {isGone ? 'Keep no note' : 'Take the other one'}
        </button>
      </p>
    </div>
  );
}
