import { PDFDocument } from '@cantoo/pdf-lib';
import type { ChartSpec, Report } from '../../shared/report/blocks.ts';

/** How many pages a PDF has. */
export const pagesOf = async (pdf: Uint8Array): Promise<number> =>
  (await PDFDocument.load(pdf)).getPageCount();

/** The charts of a report, in the order of its pages. */
export const chartsIn = ({ sections }: Report): ChartSpec[] =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === 'chart') return [block.spec];
      return block.kind === 'headline' && block.glance ? [block.glance.spec] : [];
    });

/** How many they are. */
export const chartsOf = (report: Report): number => chartsIn(report).length;
