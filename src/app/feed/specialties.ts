/** Specialties as a reader names them, each told by the stems of words in titles and headings. */
import { stem, wordForms } from '#text/index.ts';

/** Names by key, and words that mark a paper of the specialty; a word counts by its stem. */
const SPECIALTIES: Readonly<Record<string, { readonly name: string; readonly words: string }>> = {
  anaesthesia: { name: 'Anaesthesia', words: 'anaesthesia anesthesia anaesthetic anesthetic perioperative' },
  cardiology: {
    name: 'Cardiology',
    words: 'cardiac heart coronary myocardial atrial ventricular cardiovascular cardiology echocardiography',
  },
  critical: { name: 'Critical care', words: 'intensive critically sepsis septic ventilator vasopressor resuscitation' },
  dermatology: { name: 'Dermatology', words: 'skin dermatitis psoriasis melanoma dermatology eczema' },
  emergency: { name: 'Emergency medicine', words: 'emergency triage trauma ambulance prehospital' },
  endocrinology: {
    name: 'Endocrinology',
    words: 'diabetes diabetic insulin thyroid glycaemic glycemic endocrine obesity',
  },
  gastroenterology: {
    name: 'Gastroenterology',
    words: 'gastrointestinal bowel liver hepatitis cirrhosis colonoscopy crohn colitis gastric',
  },
  geriatrics: { name: 'Geriatrics', words: 'geriatric frailty frail dementia delirium falls elderly older' },
  gynaecology: {
    name: 'Obstetrics and gynaecology',
    words: 'pregnancy pregnant obstetric gynaecology gynecology maternal labour preeclampsia postpartum',
  },
  haematology: {
    name: 'Haematology',
    words: 'leukaemia leukemia lymphoma anaemia anemia thrombosis haemophilia myeloma',
  },
  hospital: {
    name: 'Hospital medicine',
    words: 'ward inpatient hospitalised hospitalized readmission discharge handover',
  },
  infectious: {
    name: 'Infectious diseases',
    words: 'infection infectious antibiotic antimicrobial virus bacterial tuberculosis vaccine stewardship',
  },
  informatics: {
    name: 'Health informatics',
    words: 'informatics electronic algorithm software digital telehealth telemedicine interoperability',
  },
  learning: {
    name: 'Health services and improvement',
    words: 'improvement implementation quality safety organisational policy workforce',
  },
  mental: { name: 'Mental health', words: 'depression psychiatric anxiety schizophrenia suicide mental psychosis' },
  nephrology: { name: 'Nephrology', words: 'kidney renal dialysis nephropathy haemodialysis hemodialysis' },
  neurology: { name: 'Neurology', words: 'stroke epilepsy neurological parkinson multiple sclerosis migraine brain' },
  nursing: { name: 'Nursing', words: 'nurse nursing nurses caregiver bedside' },
  oncology: { name: 'Oncology', words: 'cancer tumour tumor carcinoma chemotherapy oncology radiotherapy metastatic' },
  orthopaedics: { name: 'Orthopaedics', words: 'fracture arthroplasty orthopaedic orthopedic knee hip spine' },
  paediatrics: { name: 'Paediatrics', words: 'child children paediatric pediatric infant neonatal newborn' },
  palliative: { name: 'Palliative care', words: 'palliative hospice dying bereavement' },
  pharmacy: { name: 'Pharmacy', words: 'pharmacist pharmacy medication deprescribing polypharmacy prescribing' },
  primary: { name: 'Primary care', words: 'primary practitioner community screening' },
  radiology: { name: 'Radiology', words: 'imaging tomography magnetic ultrasound radiology radiograph' },
  rehabilitation: { name: 'Rehabilitation', words: 'rehabilitation physiotherapy exercise walking mobility' },
  respiratory: { name: 'Respiratory medicine', words: 'asthma copd pulmonary lung respiratory pneumonia airway' },
  surgery: { name: 'Surgery', words: 'surgery surgical operative laparoscopic postoperative' },
};

const KEYS_BY_STEM = new Map<string, string[]>();
for (const [key, { words }] of Object.entries(SPECIALTIES))
  for (const word of wordForms(words)) {
    const known = KEYS_BY_STEM.get(stem(word)) ?? [];
    KEYS_BY_STEM.set(stem(word), [...known, key]);
  }

/** The specialties that texts, such as the title and the headings of a paper, have a word of; each once. */
export function specialtiesOf(texts: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const text of texts)
    for (const word of wordForms(text)) for (const key of KEYS_BY_STEM.get(stem(word)) ?? []) keys.add(key);
  return [...keys];
}

export function specialtyName(key: string): string | undefined {
  return SPECIALTIES[key]?.name;
}

export const SPECIALTY_KEYS: readonly string[] = Object.keys(SPECIALTIES);
