import type { OutcomeDocument } from '../../outcomes/document.ts';
import type { Report } from '../../report/blocks.ts';
import { movedTable } from '../../report/moved/moved-table.ts';
import { summaryTable } from '../../report/summary-table.ts';
import { tablesTogether } from '../../report/together/tables-together.ts';
import { dataSheet } from './data-sheet.ts';
import { contentsSheet, coverSheet, definitionsSheet, notesSheet } from './front-sheets.ts';
import { noteNumbers } from './note-numbers.ts';
import type { Sheet } from './sheet.ts';
import { sheetNamer } from './sheet-namer.ts';
import { tableSheet } from './table-sheet.ts';

/** Every sheet of the workbook in order: cover, contents, notes, the tables of the report, definitions, all data. */
export function workbookSheets(document: OutcomeDocument, report: Report): Sheet[] {
  const nameFor = sheetNamer();
  for (const reserved of ['Cover', 'Contents', 'Notes', 'Definitions', 'Data']) nameFor(reserved);
  const tables = [
    summaryTable(document),
    ...movedTable(document),
    ...report.sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'table').filter(({ printOnly }) => !printOnly),
    ),
    ...tablesTogether(document),
  ].map((table) => ({ name: nameFor(table.id), table }));
  const numberOf = noteNumbers(tables.map(({ table }) => table));
  const others = [
    notesSheet(tables),
    ...tables.map(({ name, table }) => tableSheet(name, table, numberOf)),
    definitionsSheet(document),
    dataSheet(document),
  ];
  const cover = coverSheet(document, report);
  return [cover, contentsSheet([cover, ...others]), ...others];
}
