/** The checked list as a file, with the choices that were made. */
import { useMutation } from '@tanstack/react-query';
import { Icon } from '../parts/icon.tsx';
import { saveCsv } from './csv-file.ts';
import type { Checked } from './checking.ts';
import type { Judged } from './judged.ts';
import { Refused } from './refused.tsx';
import { withChoices } from './with-choices.ts';

interface Csv {
  readonly checked: Checked;
  readonly references: readonly Judged[];
}

export function CsvButton({ checked, references }: Csv) {
  const {
    mutate,
    isPending,
    isSuccess,
    data: left,
    error,
  } = useMutation({
    mutationFn: async () => {
      const { text, left: count } = withChoices(checked.text, references);
      await saveCsv(text);
      return count;
    },
  });
  const press = () => !isPending && mutate();
  return (
    <>
      <button className="btn" type="button" aria-disabled={isPending || undefined} onClick={press}>
        <Icon name="get" />
        CSV
        <span className="sr">: save the checked list as a file</span>
      </button>
      <span className="sr" role="status">
        {isSuccess && 'The file is saved.'}
      </span>
      {isSuccess && left > 0 && (
        <span className="t-1 csv-left" role="status">
          In the file, {left === 1 ? 'one reference still fits' : `${left} references still fit`} more than one paper: a
          table has no place for your choice.
        </span>
      )}
      {error && <Refused error={error} kept="No file was saved." onRetry={press} />}
    </>
  );
}
