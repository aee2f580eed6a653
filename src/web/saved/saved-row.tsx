/** A saved paper: what became of it since, the paper, the note, and what one can do with it. */
import { useQuery } from '@tanstack/react-query';
import type { SavedAnswer } from '#api/index.ts';
import { plainText } from '#model/index.ts';
import { FoundRow } from '../parts/found-row.tsx';
import { Icon } from '../parts/icon.tsx';
import { isRetracted } from '../parts/notices.tsx';
import { RowActs } from '../read/marks/row-acts.tsx';
import { noteQuery } from '../read/marks/note-query.ts';
import { useMarks } from '../read/marks/use-marks.ts';

interface RowOf {
  readonly you: string;
  readonly row: SavedAnswer['rows'][number];
  readonly isChosen: boolean;
  /** @param reaches with Shift. */
  readonly onChoose: (reaches: boolean) => void;
}

export function SavedRow({ you, row, isChosen, onChoose }: RowOf) {
  const { id, paper, isNewlyNoticed } = row;
  return (
    <div className="chosen-row">
      <label className="choose">
        <input
          type="checkbox"
          checked={isChosen}
          // A change is told without the keys that were held; the press that makes it is not.
          onChange={() => undefined}
          onClick={({ shiftKey }) => onChoose(shiftKey)}
        />
        <span className="sr">Choose {paper ? plainText(paper.title) : id}</span>
      </label>
      <div>
        {isNewlyNoticed && paper && (
          <p className="newly">
            {isRetracted(paper.notices) ? (
              <span className="chip is-retracted">
                <Icon name="stop" small />
                Retracted since you saved it
              </span>
            ) : (
              <span className="tell is-concern">
                <Icon name="concern" small />
                Doubted since you saved it
              </span>
            )}
          </p>
        )}
        {paper ? (
          <FoundRow paper={paper}>
            <NoteText you={you} id={id} note={row.note} />
            <RowActs paper={paper} />
          </FoundRow>
        ) : (
          <Gone id={id} />
        )}
      </div>
    </div>
  );
}

/** As the list knows it, or newer where it was read or written here since. */
function NoteText({ you, id, note }: { you: string; id: string; note: string | undefined }) {
  const { data } = useQuery({ ...noteQuery(you, id), enabled: false });
  const text = data?.text ?? note;
  if (!text) return null;
  return (
    <p className="note-line" dir="auto">
      <Icon name="note" small />
      <span className="sr">Your note: </span>
      <span>{text}</span>
    </p>
  );
}

/** A paper the library does not hold any more: nothing is known of it but that one saved it. */
function Gone({ id }: { id: string }) {
  const { mark, toggle } = useMarks(id);
  return (
    <div className="row">
      <p>
        <b>{id}</b> is not in the library any more.
      </p>
      <div className="acts">
        <button type="button" className="act" aria-pressed={mark.isSaved} onClick={() => toggle('save')}>
          <Icon name="save" />
          Save
        </button>
      </div>
    </div>
  );
}
