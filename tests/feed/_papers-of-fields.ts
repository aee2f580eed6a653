/** Invented papers of a few fields, each field with words of its own, so that a test knows what belongs together. */
import { diceOf } from '#ranking/index.ts';
import type { Paper } from '#model/index.ts';
import { paperOf } from '../_papers.ts';
import type { PaperParts } from '../_papers.ts';

const FIELDS = {
  cardiology:
    'cardiac coronary myocardial atrial ventricular fibrillation ejection infarction stent angiography valve arrhythmia troponin statin lipid anticoagulation aortic bradycardia pacemaker revascularisation',
  informatics:
    'electronic algorithm software interoperability dashboard terminology ontology messaging federated classifier embedding metadata repository interface encryption schema workflow usability annotation database',
  nephrology:
    'renal dialysis glomerular creatinine nephropathy transplant albuminuria proteinuria haemodialysis filtration urea tubular podocyte peritoneal fistula vasculitis cystic ureter hyperkalaemia uraemic',
  dermatology:
    'skin psoriasis eczema melanoma dermatitis pruritus keratinocyte biopsy acne lesion plaque topical epidermal rosacea pigment vitiligo blister wart follicle phototherapy',
} as const;
const SYLLABLES = 'ba de fi go lu ma ne pi ro su ta ve wi zo'.split(' ');
/** Words that papers of all fields have, each few of them: `badela`, `defimo`. */
const EVERYDAY = Array.from({ length: 1_500 }, (_, n) =>
  [n, Math.floor(n / 14), Math.floor(n / 196)].map((at) => SYLLABLES[at % SYLLABLES.length]).join(''),
);

export type Field = keyof typeof FIELDS;

/**
 * The n-th paper of a field; the same number gives the same paper.
 * @param day on which it entered PubMed, of March 2026.
 */
export function paperIn(field: Field, n: number, different: Partial<PaperParts> = {}, day = 1 + (n % 28)): Paper {
  const fields = Object.keys(FIELDS) as Field[];
  const number = 10_000 * (1 + fields.indexOf(field)) + n;
  const dice = diceOf(number);
  const own = FIELDS[field].split(' ');
  const words = (count: number, share: number): string =>
    Array.from({ length: count }, () => {
      const from = dice() < share ? own : EVERYDAY;
      return from[Math.floor(dice() * from.length)];
    }).join(' ');
  return paperOf({
    pmid: String(number),
    title: `Of ${words(8, 0.6)} in unit ${number}`,
    abstract: `${words(24, 0.6)}. ${words(24, 0.6)}.`,
    publicationTypes: [{ name: 'Journal Article' }],
    history: [{ event: 'entrez', date: { year: 2026, month: 3, day } }],
    mesh: [{ name: field === 'informatics' ? 'Medical Informatics' : `${field[0]?.toUpperCase()}${field.slice(1)}` }],
    keywords: [{ text: `${field} practice` }],
    journal: { title: `Annals of ${field}`, issns: [] },
    ...different,
  });
}

export function papersIn(field: Field, from: number, to: number, different: Partial<PaperParts> = {}): Paper[] {
  return Array.from({ length: to - from + 1 }, (_, at) => paperIn(field, from + at, different));
}
