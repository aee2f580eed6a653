/** Writes the pages of the documentation that are made from tables of the code: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { apiPage } from '#api/index.ts';
import { configurationPage } from '#config/index.ts';

const at = (name: string): URL => new URL(`../docs/${name}`, import.meta.url);

writeFileSync(at('configuration.md'), configurationPage());
writeFileSync(at('api.md'), apiPage());
