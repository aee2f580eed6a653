/** The reference page of the settings, written from the table. */
import { SETTINGS } from './settings.ts';
import type { Setting } from './settings.ts';

/** Markdown; `docs/configuration.md` is exactly this. */
export function configurationPage(): string {
  const rows = Object.values(SETTINGS).map((setting: Setting) => {
    const name = setting.secret === true ? `\`${setting.name}\` or \`${setting.name}_FILE\`` : `\`${setting.name}\``;
    return `| ${name} | ${setting.type} | ${setting.fallback} | ${setting.meaning} |`;
  });
  return [
    '# Configuration',
    '',
    'Attune needs no configuration to start. What can be set is set in the environment; a value that cannot be used stops the start',
    'with a sentence that says which and why. A secret can also be given as a file, by the name with `_FILE` behind it.',
    '',
    '| setting | what it takes | where it is not set | what it does |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '_This page is written from the table in `src/config/settings.ts` by `npm run docs`._',
    '',
  ].join('\n');
}
