/** E-mail addresses, also where the sign is written as a word in brackets. */
import { stretches } from './finding.ts';
import type { Finding } from './finding.ts';

const EMAIL =
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+'-]{1,64}(?:@|\s?[[({]\s?(?:at|ät|@)\s?[\])}]\s?)[\p{L}\d-]{1,63}(?:(?:\.|\s?[[({]\s?(?:dot|punkt|\.)\s?[\])}]\s?)[\p{L}\d-]{1,63}){1,6}/giu;

const IN_WORDS = /(?<![\p{L}\d._-])[\p{L}\d._-]{1,64} at [\p{L}\d-]{1,63}(?: dot [\p{L}\d-]{1,63}){1,4}/giu;

export function findEmails(text: string): Finding[] {
  return [...stretches('e-mail', text, EMAIL), ...stretches('e-mail', text, IN_WORDS)];
}
