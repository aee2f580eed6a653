/** Made-up institutions, with the units that people of each field belong to, and the funders that pay them. */
import type { Field } from './facts.ts';

export interface Place {
  readonly name: string;
  readonly units: Readonly<Record<Field, readonly string[]>>;
}

const place = (name: string, hospital: string, university: string): Place => ({
  name,
  units: {
    'hospital medicine': [`Department of General Medicine, ${hospital}`, `Ageing and Rehabilitation Group, ${university}`, `Geriatric Clinic, ${hospital}`],
    cardiology: [`Heart Centre, ${hospital}`, `Department of Cardiology, ${hospital}`, `Heart Failure Research Group, ${university}`],
    infection: [`Department of Infectious Diseases, ${hospital}`, `Laboratory of Clinical Microbiology, ${hospital}`, `Infection and Resistance Unit, ${university}`],
    'health services': [`Centre for Health Services Research, ${university}`, `Office of Quality and Learning, ${hospital}`, `School of Nursing and Care, ${university}`],
  },
}); // prettier-ignore

export const PLACES: readonly Place[] = [
  place('Norrvik', 'Norrvik University Hospital', 'University of Norrvik'),
  place('Veldhaven', 'Veldhaven Academic Hospital', 'University of Veldhaven'),
  place('Tarnholm', 'Tarnholm University Hospital', 'Tarnholm University'),
  place('Lindmere', 'Lindmere General Hospital', 'Lindmere School of Health'),
  place('Eastmarch', 'Eastmarch Hospitals', 'University of Eastmarch'),
  place('Kestrel Valley', 'Kestrel Valley Medical Center', 'Kestrel Valley Institute'),
  place('Oakhollow', 'Oakhollow Regional Hospital', 'Oakhollow Research Institute'),
  place('Port Ellery', 'Port Ellery Heart and General Hospital', 'Port Ellery College'),
  place('Quernby', 'Quernby Royal Infirmary', 'University of Quernby'),
  place('Hallowmere', 'Hallowmere District Hospital', 'Hallowmere University'),
  place('Dunvarra', 'St Brannoc Hospital', 'University of Dunvarra'),
  place('Sankt Elmar', 'Klinikum Sankt Elmar', 'Sankt Elmar School of Medicine'),
  place('Valdoria', 'Hospital Central de Valdoria', 'Universidad de Valdoria'),
  place('Korrensund', 'Korrensund Hospital', 'Korrensund University College'),
  place('Nova Ibiri', 'Nova Ibiri Teaching Hospital', 'University of Nova Ibiri'),
];

export const FUNDERS: Readonly<Record<Field, readonly (readonly [agency: string, prefix: string])[]>> = {
  'hospital medicine': [['Bedside Practice Trust', 'BPT-'], ['Oakhollow Foundation for Ageing Well', 'OF-'], ['Quernby Medical Charity', 'QMC/']],
  cardiology: [['Port Ellery Heart Endowment', 'PEH-'], ['Korrensund Heart Fund', 'KHF-'], ['Dunvarra Health Research Board', 'DHRB-']],
  infection: [['Norrvik Antibiotic Fund', 'NAF-'], ['Nova Ibiri Fund for Infection', 'NIFI-'], ['Veldhaven Fund for Health Evidence', 'VH-R-']],
  'health services': [['Lindmere Health Improvement Fund', 'LH-INT-'], ['Hallowmere Council for Care Research', 'HCCR-'], ['Eastmarch Nursing Legacy', 'ENL-']],
}; // prettier-ignore
