/** What the authors conclude, word for word, before everything else. Where the abstract does not say, there is nothing here. */
import type { PaperView } from '#api/index.ts';
import { RichText } from '../../parts/rich-text.tsx';

export function Gist({ conclusion, isRetracted }: Pick<PaperView, 'conclusion'> & { isRetracted: boolean }) {
  if (conclusion === undefined) return null;
  return (
    <section className={isRetracted ? 'gist of-retracted' : 'gist'} aria-labelledby="gist">
      <h2 id="gist">
        {isRetracted ? 'What the authors concluded, now retracted' : 'What the authors conclude, in their words'}
      </h2>
      <p dir="auto">
        <RichText text={conclusion.text} />
      </p>
    </section>
  );
}
