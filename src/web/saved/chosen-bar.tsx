/** What can be done with all chosen papers at once. Each of it is taken back by one press. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SavedAnswer } from '#api/index.ts';
import { addressOf, call } from '../parts/api.ts';
import { FoldOut } from '../parts/fold-out.tsx';
import { TakeOut } from '../parts/take-out.tsx';
import { useTell, useTellFailure } from '../parts/toasts.tsx';
import { papers as papersInWords } from '../parts/words.ts';
import { CollectList } from '../read/marks/collect-list.tsx';
import { LabelList } from '../read/marks/label-list.tsx';
import { refreshMarks } from '../read/marks/marks-query.ts';

interface ChosenOf {
  readonly you: string;
  readonly rows: SavedAnswer['rows'];
  readonly onClear: () => void;
}

export function ChosenBar({ you, rows, onClear }: ChosenOf) {
  const ids = rows.map(({ id }) => id);
  const unsave = useUnsave(you, onClear);
  const what = rows.length === 1 ? 'the chosen paper' : `the ${rows.length} chosen`;
  return (
    <div className="chosen-bar" role="group" aria-label="With the chosen papers">
      <b role="status">{rows.length} chosen</b>
      <FoldOut words="Label" name={`Label ${what}`}>
        {() => <LabelList you={you} papers={rows.map(({ id, mark }) => ({ id, labels: mark.labels }))} />}
      </FoldOut>
      <FoldOut words="Collect" name={`Put ${what} into a collection`}>
        {(close) => <CollectList papers={ids} onDone={close} />}
      </FoldOut>
      <TakeOut what={what} address={(format) => addressOf('exportPapers', { papers: ids.join('|'), format })} />
      <button type="button" className="btn" onClick={() => unsave.mutate(ids)}>
        Unsave
      </button>
      <button type="button" className="btn-link" onClick={onClear}>
        Choose none
      </button>
    </div>
  );
}

function useUnsave(you: string, onDone: () => void) {
  const queries = useQueryClient();
  const tell = useTell();
  const onError = useTellFailure();
  const refresh = (papers: readonly string[]) => refreshMarks(queries, you, papers);
  const back = useMutation({
    mutationFn: (papers: readonly string[]) => call('actOnAll', { papers: [...papers], act: 'save' }),
    onSuccess: (_, papers) => refresh(papers),
    onError,
  });
  return useMutation({
    mutationFn: (papers: readonly string[]) => call('actOnAll', { papers: [...papers], act: 'unsave' }),
    onSuccess: async ({ changed }, papers) => {
      onDone();
      tell({ words: `${papersInWords(changed.length)} no longer saved`, press: () => back.mutate(changed) });
      await refresh(papers);
    },
    onError,
  });
}
