/** The checked list as a file, with the choices that were made. */
import { useMutation } from '@tanstack/react-query';
import { Icon } from '../parts/icon.tsx';
import { saveCsv } from './csv-file.ts';
import type { Checked } from './checking.ts';
import { choicesOf } from './judged.ts';
import type { Judged } from './judged.ts';
import { Refused } from './refused.tsx';

interface Csv {
  readonly checked: Checked;
  readonly references: readonly Judged[];
}

export function CsvButton({ checked, references }: Csv) {
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => saveCsv(checked.text, choicesOf(references)),
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
      {error && <Refused error={error} kept="No file was saved." onRetry={press} />}
    </>
  );
}
