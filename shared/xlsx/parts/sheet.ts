import { columnLetter } from '../column-letter.ts';
import type { Choice, Column, Link, Worksheet } from '../worksheet.ts';
import { rowsXml, type Shared, widest } from './rows.ts';
import { DECLARATION, element, listed, NAMESPACES } from './xml.ts';

const USUAL_HEIGHT = 15;
const A4 = 9;
/** In inches, as a new workbook has them. */
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
const ONE_PAGE_WIDE = { paperSize: A4, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 };

/** By what a sheet's relationships name the part of its table. */
export const TABLE_ID = 'rId1';

/** A worksheet as a part; the order of its elements is that of ECMA-376, part 1, 18.3.1.99 (worksheet). */
export function sheetPart(sheet: Worksheet, shared: Shared): string {
  const { rows, columns = [], choices = [], onePageWide = false, table } = sheet;
  return (
    DECLARATION +
    element(
      'worksheet',
      { xmlns: NAMESPACES.main, 'xmlns:r': NAMESPACES.office },
      onePageWide ? element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })) : '',
      element('dimension', { ref: rangeOf(sheet) }),
      element('sheetViews', {}, viewXml(sheet)),
      heightXml(sheet),
      listed(
        'cols',
        {},
        columns.map((column, i) => columnXml(column, i + 1, shared)),
      ),
      element('sheetData', {}, rowsXml(rows, shared)),
      listed('dataValidations', { count: choices.length }, choices.map(choiceXml)),
      listed('hyperlinks', {}, linksXml(sheet)),
      element('pageMargins', MARGINS),
      onePageWide ? element('pageSetup', ONE_PAGE_WIDE) : '',
      table === undefined
        ? ''
        : element('tableParts', { count: 1 }, element('tablePart', { 'r:id': TABLE_ID })),
    )
  );
}

function rangeOf({ rows }: Worksheet): string {
  const columns = Math.max(1, widest(rows));
  const last = `${columnLetter(columns - 1)}${Math.max(1, rows.length)}`;
  return last === 'A1' ? last : `A1:${last}`;
}

/** Source: ECMA-376, part 1, 18.3.1.87 (sheetView), 18.3.1.66 (pane). */
function viewXml({ frozenRows = 0 }: Worksheet): string {
  const first = `A${frozenRows + 1}`;
  const at = { activeCell: first, sqref: first };
  const view = { workbookViewId: 0 };
  if (frozenRows === 0) return element('sheetView', view, element('selection', at));
  const pane = 'bottomLeft';
  return element(
    'sheetView',
    view,
    element('pane', { ySplit: frozenRows, topLeftCell: first, activePane: pane, state: 'frozen' }),
    element('selection', { pane, ...at }),
  );
}

/** Source: ECMA-376, part 1, 18.3.1.81 (sheetFormatPr). */
const heightXml = ({ rowHeight }: Worksheet): string =>
  element('sheetFormatPr', {
    defaultRowHeight: rowHeight ?? USUAL_HEIGHT,
    customHeight: rowHeight === undefined ? undefined : 1,
  });

/** Source: ECMA-376, part 1, 18.3.1.13 (col). */
const columnXml = ({ width, style }: Column, number: number, { styles }: Shared): string =>
  element('col', {
    min: number,
    max: number,
    width,
    style: style && styles.numberOf(style),
    customWidth: 1,
  });

/** Source: ECMA-376, part 1, 18.3.1.32 (dataValidation). */
const choiceXml = ({ range, list, title, error }: Choice): string =>
  element(
    'dataValidation',
    { type: 'list', allowBlank: 1, showErrorMessage: 1, errorTitle: title, error, sqref: range },
    element('formula1', {}, list),
  );

/** Links are within the file, so they need no relationship: ECMA-376, part 1, 18.3.1.47 (hyperlink). */
function linksXml({ rows }: Worksheet): string[] {
  const links: string[] = [];
  rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      if (cell?.link === undefined) return;
      links.push(linkXml(cell.link, `${columnLetter(column)}${row + 1}`, cell.value.toString()));
    });
  });
  return links;
}

const linkXml = ({ sheet, tooltip }: Link, ref: string, display: string): string =>
  element('hyperlink', { ref, location: `'${sheet.replaceAll("'", "''")}'!A1`, tooltip, display });
