/** American spelling for journals that want it, and the marks of running text: species in italics, raised figures. */
import type { RichNode, RichText } from '#model/index.ts';

const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/randomis/g, 'randomiz'], [/Randomis/g, 'Randomiz'], [/hospitalis/g, 'hospitaliz'], [/haemo/g, 'hemo'], [/Haemo/g, 'Hemo'],
  [/haema/g, 'hema'], [/anaemi/g, 'anemi'], [/oesoph/g, 'esoph'], [/oedema/g, 'edema'], [/Oedema/g, 'Edema'], [/faec/g, 'fec'], [/Faec/g, 'Fec'],
  [/bacteraemi/g, 'bacteremi'], [/candidaemi/g, 'candidemi'], [/glycaemi/g, 'glycemi'], [/natraemi/g, 'natremi'], [/\bcentre\b/g, 'center'],
  [/\bcentres\b/g, 'centers'], [/diarrhoea/g, 'diarrhea'], [/judgement/g, 'judgment'], [/recognis/g, 'recogniz'], [/organis(?=e|a|i)/g, 'organiz'],
  [/tumour/g, 'tumor'], [/behaviour/g, 'behavior'], [/anaesth/g, 'anesth'], [/paediatr/g, 'pediatr'], [/ischaemi/g, 'ischemi'], [/Ischaemi/g, 'Ischemi'],
  [/\blitre/g, 'liter'], [/millilitres/g, 'milliliters'], [/analysed/g, 'analyzed'], [/ageing/g, 'aging'], [/colour/g, 'color'],
  [/favour/g, 'favor'], [/labelled/g, 'labeled'], [/programme/g, 'program'], [/travelled/g, 'traveled'], [/labour/g, 'labor'], [/learnt/g, 'learned'],
]; // prettier-ignore

export function american(text: string): string {
  return PAIRS.reduce((changed, [from, to]) => changed.replace(from, to), text);
}

const SPECIES = 'Staphylococcus aureus|Escherichia coli|Clostridioides difficile|Capnocytophaga canimorsus|Capnocytophaga|Klebsiella|Listeria'; // prettier-ignore

/** Plain text where nothing needs a mark. */
export function marked(text: string): RichText {
  const parts = text.split(new RegExp(`(${SPECIES}|I²)`));
  if (parts.length === 1) return text;
  return parts.flatMap((part, index): RichNode[] => {
    if (part === '') return [];
    if (index % 2 === 0) return [part];
    return part === 'I²'
      ? [
          ['i', 'I'],
          ['sup', '2'],
        ]
      : [['i', part]];
  });
}
