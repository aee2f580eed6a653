/** The abstract in the reading column, under the authors' own labels; one in plain language beside it, others folded below. */
import type { PaperView } from '#api/index.ts';
import { languageName } from '#model/index.ts';
import type { Abstract, AbstractSection, OtherAbstract } from '#model/index.ts';
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
  const shown = abstractShown ? otherAbstracts : [];
  return (
    <div className="stack">
      <section className="sect" aria-labelledby="abstract">
        <h2 id="abstract">Abstract {isRetracted && <RetractedChip />}</h2>
        {!abstractShown ? (
          <p>This house is set to show no abstracts from this source.</p>
        ) : abstract === undefined || abstract.sections.length === 0 ? (
          <p>This record has no abstract.</p>
        ) : (
          <Text of={abstract} />
        )}
        {shown
          .filter((other) => !isPlain(other))
          .map((other, at) => (
            <details key={at} className="abstract-fold">
              <summary>{nameOf(other)}</summary>
              <Text of={other} />
            </details>
          ))}
      </section>
      {shown.filter(isPlain).map((other, at) => (
        <section key={at} className="sect" aria-labelledby={`plain-${at}`}>
          <h2 id={`plain-${at}`}>
            {nameOf(other)} {isRetracted && <RetractedChip />}
          </h2>
          <Text of={other} />
        </section>
      ))}
    </div>
  );
}

function RetractedChip() {
  return (
    <span className="chip is-retracted">
      <Icon name="stop" small />
      Retracted
    </span>
  );
}

function Text({ of: { sections, copyright } }: { of: Abstract }) {
  return (
    <>
      <div className="read">
        {sections.map(({ label, text }, at) => (
          <Section key={at} label={label} text={text} />
        ))}
      </div>
      {copyright && <p className="t-1 quiet rights">{copyright}</p>}
    </>
  );
}

function Section({ label, text }: { label: string | undefined; text: AbstractSection['text'] }) {
  return (
    <>
      {label && <h3 dir="auto">{calmLabel(label)}</h3>}
      <p dir="auto">
        <RichText text={text} />
      </p>
    </>
  );
}

function isPlain({ type }: OtherAbstract): boolean {
  return type === 'plain-language-summary';
}

function nameOf(abstract: OtherAbstract): string {
  const { type, language } = abstract;
  const name = isPlain(abstract) ? 'Plain-language summary' : `Abstract from ${type}`;
  if (language === undefined || language === 'eng') return name;
  return type === 'Publisher' ? `Abstract in ${languageName(language)}` : `${name}, in ${languageName(language)}`;
}
