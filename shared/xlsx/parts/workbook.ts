import type { Worksheet } from '../worksheet.ts';
import { DECLARATION, element, NAMESPACES } from './xml.ts';

/** In twentieths of a point; it opens at the first sheet. */
const WINDOW = {
  xWindow: 0,
  yWindow: 0,
  windowWidth: 20_000,
  windowHeight: 12_000,
  firstSheet: 0,
  activeTab: 0,
};

/** By what the workbook's relationships name the part of a sheet, from 1. */
export const sheetId = (number: number): string => `rId${number}`;

/** The list of sheets. Source: ECMA-376, part 1, 18.2.27 (workbook). */
export const workbookPart = (sheets: readonly Worksheet[]): string =>
  DECLARATION +
  element(
    'workbook',
    { xmlns: NAMESPACES.main, 'xmlns:r': NAMESPACES.office },
    element('bookViews', {}, element('workbookView', WINDOW)),
    element(
      'sheets',
      {},
      ...sheets.map(({ name, hidden = false }, i) =>
        element('sheet', {
          name,
          sheetId: i + 1,
          state: hidden ? 'hidden' : undefined,
          'r:id': sheetId(i + 1),
        }),
      ),
    ),
  );
