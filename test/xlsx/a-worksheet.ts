import type { Worksheet } from '../../shared/xlsx/worksheet.ts';

export const PROPERTIES = { title: 'T & T', subject: 'S', creator: 'C', at: '2026-11-05T06:00:00.000Z' };

/** A sheet that has everything a sheet can have. */
export const aWorksheet = (stated: Partial<Worksheet> = {}): Worksheet => ({
  name: 'Weeks',
  rowHeight: 16,
  frozenRows: 1,
  onePageWide: true,
  columns: [{ width: 12 }, { width: 20.5, style: { format: '@' } }],
  rows: [
    {
      cells: [
        {
          value: 'Block',
          style: { font: { name: 'Arial', size: 12, bold: true }, border: { bottom: 'medium' } },
        },
        { value: 'Weeks', style: { alignment: { horizontal: 'right', wrap: true } } },
      ],
    },
    {
      height: 32,
      cells: [
        { value: 'Lists', link: { sheet: 'Lists', tooltip: 'Go there' } },
        { value: 3, formula: 'SUM(1,2)', style: { format: '#,##0' } },
      ],
    },
  ],
  table: { name: 'Weeks_table', top: 1, titles: ['Block', 'Weeks'], length: 1 },
  choices: [{ range: 'A3:A9', list: 'Lists!$A$1:$A$2', title: 'Block', error: 'Choose one.' }],
  ...stated,
});

/** A sheet of one column that is hidden. */
export const aHiddenSheet: Worksheet = {
  name: 'Lists',
  hidden: true,
  rows: [{ cells: [{ value: 'B-1' }] }, { cells: [{ value: 'B-2' }] }],
};
