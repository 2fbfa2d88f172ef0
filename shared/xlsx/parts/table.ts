import { columnLetter } from '../column-letter.ts';
import type { Table } from '../worksheet.ts';
import { DECLARATION, element, NAMESPACES } from './xml.ts';

/**
 * A table as a part: a header without buttons to filter by, no row of totals, no stripes.
 *
 * Source: ECMA-376, part 1, 18.5.1.2 (table).
 *
 * @param number which table of the workbook it is, from 1
 */
export function tablePart({ name, top, titles, length }: Table, number: number): string {
  const ref = `A${top}:${columnLetter(titles.length - 1)}${top + length}`;
  const style = { showFirstColumn: 0, showLastColumn: 0, showRowStripes: 0, showColumnStripes: 0 };
  return (
    DECLARATION +
    element(
      'table',
      {
        xmlns: NAMESPACES.main,
        id: number,
        name,
        displayName: name,
        ref,
        headerRowCount: 1,
        totalsRowShown: 0,
      },
      element(
        'tableColumns',
        { count: titles.length },
        ...titles.map((title, i) => element('tableColumn', { id: i + 1, name: title })),
      ),
      element('tableStyleInfo', { name: 'TableStyleMedium2', ...style }),
    )
  );
}
