/**
 * Writes the pages of docs/ that are made from the code.
 *
 *     npm run docs
 */
import { writeFileSync } from 'node:fs';
import { PAGES } from './docs/pages.ts';

for (const { file, text } of PAGES) {
  writeFileSync(new URL(`../${file}`, import.meta.url), text());
  console.log(file);
}
