/** The abstract in the reading column, under the authors' own labels; other abstracts stand folded below it. */
import type { PaperView } from '#api/index.ts';
import { languageName } from '#model/index.ts';
import type { AbstractSection, OtherAbstract } from '#model/index.ts';
import { Icon } from '../../parts/icon.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { calmLabel } from '../../parts/words.ts';

export function AbstractPart({
  view: { paper, abstractShown },
  isRetracted,
}: {
  view: PaperView;
  isRetracted: boolean;
}) {
  const { abstract, otherAbstracts = [] } = paper;
  return (
    <section className="sect" aria-labelledby="abstract">
      <h2 id="abstract">
        Abstract{' '}
        {isRetracted && (
          <span className="chip is-retracted">
            <Icon name="stop" small />
            Retracted
          </span>
        )}
      </h2>
      {!abstractShown ? (
        <p>This house is set to show no abstracts from this source.</p>
      ) : abstract === undefined || abstract.sections.length === 0 ? (
        <p>This record has no abstract.</p>
      ) : (
        <>
          <Sections sections={abstract.sections} />
          {abstract.copyright && <p className="t-1 quiet rights">{abstract.copyright}</p>}
        </>
      )}
      {abstractShown &&
        otherAbstracts.map((other, at) => (
          <details key={at} className="abstract-fold">
            <summary>{nameOf(other)}</summary>
            <Sections sections={other.sections} />
            {other.copyright && <p className="t-1 quiet rights">{other.copyright}</p>}
          </details>
        ))}
    </section>
  );
}

function Sections({ sections }: { sections: readonly AbstractSection[] }) {
  return (
    <div className="read">
      {sections.map(({ label, text }, at) => (
        <Section key={at} label={label} text={text} />
      ))}
    </div>
  );
}

function Section({ label, text }: { label: string | undefined; text: AbstractSection['text'] }) {
  return (
    <>
      {label && <h3>{calmLabel(label)}</h3>}
      <p>
        <RichText text={text} />
      </p>
    </>
  );
}

function nameOf({ type, language }: OtherAbstract): string {
  const name = type === 'plain-language-summary' ? 'Plain-language summary' : `Abstract from ${type}`;
  if (language === undefined || language === 'eng') return name;
  return type === 'Publisher' ? `Abstract in ${languageName(language)}` : `${name}, in ${languageName(language)}`;
}
