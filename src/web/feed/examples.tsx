/** Choosing by example: papers as unlike each other as can be, of which one likes a few. */
import { useQueries } from '@tanstack/react-query';
import type { FoundPaper } from '#api/index.ts';
import { RichText } from '../parts/rich-text.tsx';
import { Act } from '../read/marks/mark-buttons.tsx';
import { isOn } from '../read/marks/mark.ts';
import { markQuery } from '../read/marks/marks-query.ts';
import { useMarks } from '../read/marks/use-marks.ts';
import { FIRST } from './interest.ts';
import { counted } from './today-words.ts';

/** How many of them this person likes. */
export function useLiked(you: string, examples: readonly FoundPaper[]): number {
  return useQueries({
    queries: examples.map(({ id }) => markQuery(you, id)),
    combine: (answers) => answers.filter(({ data }) => data?.opinion === 'like').length,
  });
}

export function Examples({ examples, liked }: { examples: readonly FoundPaper[]; liked: number }) {
  if (examples.length < FIRST) return null;
  return (
    <details className="examples">
      <summary>Rather choose by example: like three of these {counted(examples.length)}</summary>
      <p className="hint" role="status">
        {liked === 0 ? '' : `${liked} liked.${liked < FIRST ? '' : ' That is enough to begin.'}`}
      </p>
      <ol className="mini">
        {examples.map((paper) => (
          <Example key={paper.id} paper={paper} />
        ))}
      </ol>
    </details>
  );
}

function Example({ paper }: { paper: FoundPaper }) {
  const { mark, toggle } = useMarks(paper.id);
  const { journal, dateInWords, chips } = paper;
  const design = chips.find(({ kind }) => kind === 'design')?.text;
  return (
    <li className="example">
      <p className="row-title" id={`example-${paper.id}`} dir="auto">
        <RichText text={paper.title} />
      </p>
      <p className="meta">
        {journal && <span>{journal}</span>}
        {design && <span>{design}</span>}
        {dateInWords && <span>{dateInWords}</span>}
      </p>
      <div className="acts" role="group" aria-labelledby={`example-${paper.id}`}>
        <Act name="like" letter="l" isOn={isOn(mark, 'like')} onPress={() => toggle('like')}>
          Like
        </Act>
      </div>
    </li>
  );
}
