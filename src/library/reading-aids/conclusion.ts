/**
 * The authors' conclusion, word for word, out of the abstract. Nothing is summed up or guessed: where the abstract does not
 * itself say which words are the conclusion, there is none.
 */
import type { AbstractSection, Paper, RichText } from '#model/index.ts';
import { concludingSections } from './conclusion-labels.ts';
import { letters, sliceRich } from './rich-slice.ts';
import { properEnd } from './tails.ts';

export interface Conclusion {
  /** The publisher's heading as it stands; absent where the sentence itself says that it concludes. */
  readonly heading?: string;
  readonly text: RichText;
}

/** `Conclusion:`, `CONCLUSIONS AND RELEVANCE:`, `Conclusions.` at the head of a sentence. */
const INLINE =
  /(?=[CDISAR])(?<=(?:^|[.!?)\]”"]["”’']?[\s\u00a0]*))(?:(?:Discussion|Significance|Interpretation|Authors['’]|Reviewers?['’]s?) (?:and |& )?|DISCUSSION (?:AND|&) |AUTHORS['’] )?(?:Conclusions?|CONCLUSIONS?|Conclusion\(s\)|CONCLUSION\(S\)|Concluding remarks|Interpretation|INTERPRETATION)(?:(?:\s?\/\s?| and | & | AND )[A-Za-z ]{3,40}?)?\s?(?::|\.(?=[\s\u00a0]?\p{Lu})|\s?[-–—](?=[\s\u00a0]\p{Lu}))/gu;
/** Headings without a mark: in capitals, or run into the next word where a publisher lost the line break. */
const BARE = /(?=C)(?<=[.!?)]\s*)(?:CONCLUSIONS?(?=\s+\p{Lu}\p{Ll}|\s+A\s)|Conclusions?(?=\p{Lu}))/gu;
/** A sentence that says of itself that it concludes. */
const SPOKEN =
  /(?<=[.!?)\]]\s+)(?:In conclusion\b|To conclude,|We (?:therefore |thus |also )?conclude(?: that\b|:)|It (?:is|was) concluded that\b|The authors conclude that\b)/g;
/** A spoken conclusion that goes on longer than this has most likely turned to something else. */
const SPOKEN_SENTENCES = 3;

export function conclusionOf(paper: Paper): Conclusion | undefined {
  const sections = paper.abstract?.sections ?? [];
  const concluding = concludingSections(sections);
  if (concluding.length > 1) return undefined;
  const [section] = concluding;
  return section === undefined ? conclusionWithin(sections) : ofSection(section);
}

function ofSection(section: AbstractSection): Conclusion | undefined {
  const text = sliceRich(section.text, 0, properEnd(letters(section.text)));
  if (text === undefined) return undefined;
  return section.label === undefined ? { text } : { heading: section.label, text };
}

/** A conclusion that has no section of its own: in a running text, or at the end of the last section of results. */
function conclusionWithin(sections: readonly AbstractSection[]): Conclusion | undefined {
  const marks = sections.flatMap((section) => {
    const text = letters(section.text);
    return [...text.matchAll(INLINE), ...text.matchAll(BARE)].map((mark) => ({ section, mark }));
  });
  const [only] = marks;
  if (marks.length > 1) return undefined;
  if (only !== undefined) return cut(only.section, only.mark.index + only.mark[0].length, headingOf(only.mark[0]));
  const [running] = sections;
  return sections.length === 1 && running !== undefined ? spoken(running) : undefined;
}

function spoken(section: AbstractSection): Conclusion | undefined {
  const text = letters(section.text);
  const marks = [...text.matchAll(SPOKEN)];
  const [mark] = marks;
  if (mark === undefined || marks.length > 1) return undefined;
  const rest = text.slice(mark.index, properEnd(text));
  const sentences = rest.split(/(?<=[.!?]["”’)]?)\s+(?=\p{Lu})/u).length;
  return sentences > SPOKEN_SENTENCES ? undefined : cut(section, mark.index);
}

function cut(section: AbstractSection, from: number, heading?: string): Conclusion | undefined {
  const text = letters(section.text);
  const rest = sliceRich(section.text, from, from + properEnd(text.slice(from)));
  if (rest === undefined) return undefined;
  return heading === undefined ? { text: rest } : { heading, text: rest };
}

function headingOf(mark: string): string {
  return mark.replace(/\s*[:.–—-]$/u, '').trim();
}
