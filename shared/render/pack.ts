import type { OutcomeDocument } from '../outcomes/document.ts';
import { reportOf } from '../report/report.ts';
import { drawCharts } from './charts/draw-charts.ts';
import { writeCsv } from './csv/write-csv.ts';
import { writeCsvMetadata } from './csv/write-csv-metadata.ts';
import { writeHtml } from './html/write-html.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** The files of a pack that are written from its outcome document. */
export type PackFiles = {
  'pack.pdf': Uint8Array;
  'pack.xlsx': Uint8Array;
  'pack.html': Uint8Array;
  'outcomes.csv': Uint8Array;
  'outcomes.csv-metadata.json': Uint8Array;
};

/**
 * Writes a pack. The same document gives the same bytes, whenever and wherever it is written: no file holds a clock,
 * a random number or a font of the machine.
 *
 * @throws when the PDF exporter refuses the document.
 *
 * @example const { 'pack.pdf': pdf } = await renderPack(document)
 */
export async function renderPack(document: OutcomeDocument): Promise<PackFiles> {
  const report = reportOf(document);
  const drawings = await drawCharts(report);
  return {
    'pack.pdf': await writePdf(report, document.asAt, drawings),
    'pack.xlsx': writeWorkbook(document, report),
    'pack.html': writeHtml(report, drawings),
    'outcomes.csv': writeCsv(document),
    'outcomes.csv-metadata.json': writeCsvMetadata(document),
  };
}
