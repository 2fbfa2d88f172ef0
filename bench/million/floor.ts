/** What no program can do without: reads the prepared pages and parses each, nothing more. */
import { readPages } from './read-pages.ts';
import { tell } from './told.ts';

const [folder = ''] = process.argv.slice(2);
let pages = 0;
for (const page of readPages(folder)) if (JSON.parse(page) !== null) pages += 1;
tell({ digest: {}, note: `${pages} pages` });
