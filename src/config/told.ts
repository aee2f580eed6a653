/** What is set, as it may be shown to whoever runs the house: of a secret only that it is set. */
import { SETTINGS } from './settings.ts';
import type { Setting } from './settings.ts';

/** `PORT is 8081`, `NCBI_API_KEY is set`, in the order of the table. */
export function toldSettings(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.values(SETTINGS).flatMap((setting: Setting) => {
    const { name, secret } = setting;
    const value = environment[name]?.trim();
    if (secret === true) return value || environment[`${name}_FILE`]?.trim() ? [`${name} is set`] : [];
    return value ? [`${name} is ${value}`] : [];
  });
}
