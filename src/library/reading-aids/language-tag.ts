/** MEDLINE's codes of languages as the tags of the web (BCP 47): `ger` is `de`. */

/** Codes of libraries that the web's own list does not know under that name. */
const BIBLIOGRAPHIC: Readonly<Record<string, string>> = {
  alb: 'sq', arm: 'hy', baq: 'eu', chi: 'zh', cze: 'cs', dut: 'nl', fre: 'fr', geo: 'ka', ger: 'de', gre: 'el', ice: 'is',
  mac: 'mk', mao: 'mi', may: 'ms', per: 'fa', rum: 'ro', slo: 'sk', wel: 'cy',
}; // prettier-ignore

/** `en` for `eng`; undefined for `und` and for what is no language code. */
export function languageTag(code: string): string | undefined {
  const small = code.toLowerCase();
  if (small === 'und' || small === 'mul' || !/^[a-z]{3}$/.test(small)) return undefined;
  return BIBLIOGRAPHIC[small] ?? Intl.getCanonicalLocales(small)[0];
}
