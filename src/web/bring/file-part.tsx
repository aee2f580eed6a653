/** Papers from a file: chosen, or dropped on its place. */
import { useState } from 'react';
import type { DragEvent } from 'react';
import type { JobView } from '#api/index.ts';
import { Icon } from '../parts/icon.tsx';
import { JobsHere } from './jobs-here.tsx';
import { Trouble } from './trouble.tsx';
import { useSendFiles } from './use-jobs.ts';

export function FilePart({ jobs }: { jobs: readonly JobView[] | undefined }) {
  const sending = useSendFiles();
  const [isOver, setIsOver] = useState(false);
  const send = (files: FileList | null) => {
    if (files !== null && files.length > 0 && !sending.isPending) sending.mutate([...files]);
  };
  const over = (isIt: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setIsOver(isIt);
  };
  return (
    <section className="sect loose" aria-labelledby="from-file">
      <h2 id="from-file" tabIndex={-1}>
        From a file
      </h2>
      <p>Where this machine has no way to PubMed, bring the papers as a file: PubMed XML, as NLM hands it out.</p>
      <div
        className={isOver ? 'drop is-over' : 'drop'}
        onDragOver={over(true)}
        onDragLeave={over(false)}
        onDrop={(event) => {
          over(false)(event);
          send(event.dataTransfer.files);
        }}
      >
        <label className="btn">
          <Icon name="doc" />
          Choose a PubMed XML file
          <input
            className="sr"
            type="file"
            multiple
            accept=".xml,.gz,text/xml,application/xml,application/gzip"
            onChange={({ target }) => {
              send(target.files);
              // The same file can be chosen again.
              target.value = '';
            }}
          />
        </label>
        <p className="hint">Or drop it here. It ends in .xml or .xml.gz.</p>
        <p className="hint" role="status">
          {sending.isPending && `Sending ${named(sending.variables)}…`}
        </p>
      </div>
      {sending.error && (
        <Trouble
          error={sending.error}
          kept="The file was not taken."
          onRetry={() => sending.mutate(sending.variables)}
        />
      )}
      <JobsHere jobs={jobs} isFile label="Files that come in" />
    </section>
  );
}

function named(files: readonly File[]): string {
  const [first] = files;
  return files.length === 1 && first !== undefined ? first.name : `${files.length} files`;
}
