/** Abstracts: the authors' own, and those that stand beside it and must never run into it. */
import type { Abstract, AbstractSection, OtherAbstract } from '#model/index.ts';
import { filled, present } from './present.ts';
import { richText, textOf, tidy } from './text.ts';
import { attribute, child, childrenOf } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

/** Stand-ins of NLM for a section without a category. */
const NO_CATEGORY = new Set(['UNASSIGNED', 'UNLABELLED']);

/**
 * The abstract under an element. Where the source sent one without a word in it, the abstract is there without sections;
 * sections without text among others are left out.
 */
export function readAbstract(holder: XmlElement | undefined): Abstract | undefined {
  const element = child(holder, 'Abstract');
  return element === undefined ? undefined : readSections(element);
}

/** Plain-language summaries, translations, and abstracts by other bodies. */
export function readOtherAbstracts(citation: XmlElement | undefined): readonly OtherAbstract[] | undefined {
  return filled(
    childrenOf(citation, 'OtherAbstract').map((element) =>
      present<OtherAbstract>({
        type: attribute(element, 'Type') ?? 'Publisher',
        language: attribute(element, 'Language'),
        ...readSections(element),
      }),
    ),
  );
}

function readSections(element: XmlElement): Abstract {
  const sections: AbstractSection[] = [];
  for (const part of childrenOf(element, 'AbstractText')) {
    const text = richText(part);
    if (text === '') continue;
    const label = attribute(part, 'Label');
    const category = attribute(part, 'NlmCategory');
    sections.push(
      present<AbstractSection>({
        label: label === undefined ? undefined : tidy(label),
        category: category === undefined || NO_CATEGORY.has(category) ? undefined : category,
        text,
      }),
    );
  }
  return present<Abstract>({ sections, copyright: textOf(child(element, 'CopyrightInformation')) });
}
