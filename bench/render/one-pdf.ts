/** One pack's PDF in a process of its own: `node one-pdf.ts OUTCOMES.json PACK.pdf` */
import { readFileSync, writeFileSync } from 'node:fs';
import { outcomeDocumentSchema } from '../../shared/outcomes/document.ts';
import { writePdf } from '../../shared/render/pdf/write-pdf.ts';
import { reportOf } from '../../shared/report/report.ts';

const [from = '', to = ''] = process.argv.slice(2);
const document = outcomeDocumentSchema.parse(JSON.parse(readFileSync(from, 'utf8')));
writeFileSync(to, await writePdf(reportOf(document), document.asAt));
