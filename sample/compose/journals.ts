/** Made-up journals: their volumes, their labels for the parts of an abstract, their spelling and their way with numbers. */
import type { Style } from './draft.ts';
import type { Field } from './facts.ts';

/** Labels of background, aim, methods, results, conclusions; then, where a journal sets them apart, outcome and limits. */
type Labels = readonly [string, string, string, string, string, (string | undefined)?, (string | undefined)?];

export interface Journal {
  readonly title: string;
  readonly abbreviation: string;
  /** The volume that ends with the present year. */
  readonly volume: number;
  /** Issues a year; 0 where papers come out one by one under a number. */
  readonly issues: number;
  readonly labels: Labels;
  readonly isAmerican: boolean;
  readonly isIndexed: boolean;
  readonly copyright: string;
  readonly style: Style;
}

const LABELS = {
  upper: ['BACKGROUND', 'OBJECTIVE', 'METHODS', 'RESULTS', 'CONCLUSIONS'],
  lower: ['Background', 'Objective', 'Methods', 'Results', 'Conclusions'],
  aims: ['Background', 'Aims', 'Methods', 'Findings', 'Interpretation'],
  important: ['IMPORTANCE', 'OBJECTIVE', 'DESIGN, SETTING, AND PARTICIPANTS', 'RESULTS', 'CONCLUSIONS AND RELEVANCE', 'MAIN OUTCOME'],
  rationale: ['Rationale', 'Objectives', 'Methods', 'Measurements and main results', 'Conclusions'],
  limits: ['Background', 'Purpose', 'Design and setting', 'Results', 'Conclusion', 'Measurements', 'Limitation'],
  context: ['CONTEXT', 'QUESTION', 'HOW IT WAS STUDIED', 'WHAT WAS FOUND', 'WHAT FOLLOWS', undefined, 'WEAKNESSES'],
  plain: ['Why', 'The question', 'What we did', 'What we found', 'What it means'],
  introduction: ['INTRODUCTION', 'AIM', 'PATIENTS AND METHODS', 'RESULTS', 'DISCUSSION'],
  setting: ['Problem', 'Objective', 'Setting and methods', 'Results', 'Conclusion', 'Outcome'],
} satisfies Record<string, Labels>; // prettier-ignore

function journal(title: string, abbreviation: string, volume: number, issues: number, labels: Labels, measure: Style['measure'], also: { american?: true; p?: true; slash?: true; notIndexed?: true; open?: true } = {}): Journal {
  return {
    title,
    abbreviation,
    volume,
    issues,
    labels,
    isAmerican: also.american === true,
    isIndexed: also.notIndexed !== true,
    copyright: also.open === true ? `© The Authors. ${title}, CC BY 4.0.` : `© ${title}.`,
    style: { withP: also.p === true, slash: also.slash === true, measure },
  };
} // prettier-ignore

export const JOURNALS: Readonly<Record<Field, readonly Journal[]>> = {
  'hospital medicine': [
    journal('Annals of Ward Medicine', 'Ann Ward Med', 14, 12, LABELS.upper, 'difference'),
    journal('Journal of Bedside Practice', 'J Bedside Pract', 9, 6, LABELS.lower, 'risk ratio'),
    journal('Emergency and Ward Letters', 'Emerg Ward Lett', 18, 12, LABELS.aims, 'odds ratio', { slash: true }),
    journal('Hospital Days', 'Hosp Days', 31, 12, LABELS.important, 'risk ratio', { american: true, p: true }),
    journal('Old Age and Acute Care', 'Old Age Acute Care', 22, 6, LABELS.setting, 'difference'),
  ],
  cardiology: [
    journal('Cardiac Pathways', 'Card Pathw', 29, 12, LABELS.upper, 'hazard ratio'),
    journal('Heart and Home', 'Heart Home', 11, 4, LABELS.lower, 'risk ratio'),
    journal('Pulse and Pressure', 'Pulse Press', 44, 12, LABELS.important, 'hazard ratio', { american: true, p: true }),
    journal('Cardiology in General Hospitals', 'Cardiol Gen Hosp', 16, 6, LABELS.limits, 'difference'),
    journal('Open Heart Failure Reports', 'Open Heart Fail Rep', 6, 0, LABELS.aims, 'odds ratio', { open: true, slash: true }),
  ],
  infection: [
    journal('Stewardship and Resistance', 'Steward Resist', 16, 12, LABELS.introduction, 'difference'),
    journal('Northern Journal of Infection Practice', 'North J Infect Pract', 40, 12, LABELS.lower, 'odds ratio'),
    journal('Fever Quarterly', 'Fever Q', 27, 4, LABELS.aims, 'risk ratio', { american: true, p: true }),
    journal('Wards and Microbes', 'Wards Microbes', 8, 0, LABELS.upper, 'risk ratio', { open: true }),
    journal('Clinical Culture', 'Clin Cult', 19, 6, LABELS.limits, 'difference', { slash: true }),
  ],
  'health services': [
    journal('Discharge Studies', 'Disch Stud', 6, 4, LABELS.setting, 'difference'),
    journal('Learning Systems Quarterly', 'Learn Syst Q', 8, 4, LABELS.context, 'risk ratio', { notIndexed: true, open: true }),
    journal('Health Work Studies', 'Health Work Stud', 24, 6, LABELS.lower, 'odds ratio'),
    journal('Care Organization Review', 'Care Organ Rev', 35, 12, LABELS.important, 'risk ratio', { american: true, p: true }),
    journal('Quality and the Patient', 'Qual Patient', 12, 6, LABELS.upper, 'odds ratio', { slash: true }),
  ],
}; // prettier-ignore

export const REVIEWS = journal('Review Letters in Care', 'Rev Lett Care', 12, 12, LABELS.plain, 'risk ratio');
export const PROTOCOLS = journal('Trial Designs Open', 'Trial Des Open', 7, 0, LABELS.lower, 'difference', { notIndexed: true, open: true }); // prettier-ignore
export const PREPRINTS = journal('Open Ward Preprints', 'Open Ward Prepr', 0, 0, LABELS.lower, 'odds ratio', { notIndexed: true, open: true }); // prettier-ignore

/** Journals of other languages, by MEDLINE's code. */
export const FOREIGN: Readonly<Record<string, Journal>> = {
  ger: journal('Zeitschrift für Stationsmedizin', 'Z Stationsmed', 77, 12, LABELS.upper, 'odds ratio'),
  fre: journal('Cahiers du service hospitalier', 'Cah Serv Hosp', 52, 6, LABELS.introduction, 'odds ratio'),
  spa: journal('Cuadernos de planta y urgencias', 'Cuad Planta Urgenc', 38, 6, LABELS.introduction, 'odds ratio'),
  ita: journal('Quaderni di reparto', 'Quad Reparto', 45, 4, LABELS.lower, 'odds ratio'),
  dut: journal('Zorg en Afdeling', 'Zorg Afd', 29, 12, LABELS.upper, 'odds ratio'),
  nor: journal('Tidsskrift for sengepost', 'Tidsskr Sengepost', 61, 6, LABELS.upper, 'odds ratio'),
  por: journal('Cadernos de enfermaria', 'Cad Enfermaria', 33, 4, LABELS.lower, 'odds ratio'),
};
