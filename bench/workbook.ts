import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { OutcomeDocument } from '../shared/outcomes/document.ts';
import { writeWorkbook } from '../shared/render/xlsx/write-workbook.ts';
import { workbookSheets } from '../shared/render/xlsx/workbook-sheets.ts';
import { reportOf } from '../shared/report/report.ts';
import {
  type BenchSettings,
  type Comparison,
  counted,
  growthOf,
  inTurns,
  over,
  ratiosOf,
  timeOf,
} from './compare.ts';
import { computeFrom } from './compute.ts';
import { preparedPages } from './prepared-pages.ts';
import { versionOf } from './version-of.ts';
import { type Cells, cellsOf } from './workbook/cells.ts';
import { streamed } from './workbook/streamed.ts';
import { withSheetJs } from './workbook/with-sheet-js.ts';

const here = import.meta.dirname;
const ROUNDS = 7;
/** One that has the two packages. */
const PYTHON = process.env['PYTHON'] ?? 'python3';

/** Writers of other languages, each with what runs it: told cells and file, it says how long it wrote, in ms, and its version. */
const PROGRAMS = [
  { name: 'openpyxl, write-only', program: PYTHON, args: [join(here, 'workbook/rivals.py'), 'openpyxl'] },
  {
    name: 'XlsxWriter, constant memory',
    program: PYTHON,
    args: [join(here, 'workbook/rivals.py'), 'xlsxwriter'],
  },
  { name: 'R openxlsx', program: 'Rscript', args: ['--vanilla', join(here, 'workbook/rival.R')] },
] as const;

/**
 * A pack's workbook, with its tables, styles, widths and links and the same bytes each time, against what writes the
 * same cells and nothing else. Of writers of other languages only the writing counts, not their start.
 */
export async function* workbook({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const rounds = quick ? 2 : ROUNDS;
  const document = computeFrom(preparedPages(10_000));
  const report = reportOf(document);
  const cells = cellsOf(workbookSheets(document, report));
  const write = () => writeWorkbook(document, report);
  const count = countOf(cells);
  const what = `workbook, ${cells.length} sheets, ${counted(count)} cells`;

  const exceljs = await ratiosOf(write, () => streamed(cells), rounds);
  const note = `${Math.round(exceljs.ms)} ms a workbook`;
  yield {
    ...{ what, rival: 'exceljs streaming the cells alone', ratios: exceljs.ratios, note, atMost: 1.3 },
    version: versionOf('exceljs'),
  };
  yield await growth(document, rounds);
  const sheetJs = await withSheetJs();
  if (typeof sheetJs === 'string') yield { what, rival: 'SheetJS', note: sheetJs };
  else {
    const { ratios } = await ratiosOf(write, () => sheetJs.write(cells), rounds);
    yield { what, rival: 'SheetJS, the cells alone', ratios, atMost: 1, version: sheetJs.version };
  }
  const folder = await mkdtemp(join(tmpdir(), 'janus-workbook-'));
  try {
    const from = join(folder, 'cells.json');
    await writeFile(from, JSON.stringify(cells));
    for (const { name, program, args } of PROGRAMS) {
      const rival = () => saidBy(program, [...args, from, join(folder, 'out.xlsx')]);
      const first = await rival().catch((error: unknown) => reasonOf(error));
      if (typeof first === 'string') {
        yield { what, rival: name, note: first };
        continue;
      }
      const [own = [], others = []] = await inTurns(Math.min(rounds, 3), [
        () => timeOf(write),
        async () => (await rival()).ms,
      ]);
      const version = `${name.split(',')[0] ?? name} ${first.version}`;
      yield { what, rival: `${name}, the cells alone`, ratios: over(own, others), atMost: 1, version };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same from so few records that it has half the cells or fewer. */
async function growth(document: OutcomeDocument, rounds: number): Promise<Comparison> {
  const [less, more] = [computeFrom(preparedPages(200)), document].map((each) => {
    const report = reportOf(each);
    return {
      write: () => writeWorkbook(each, report),
      count: countOf(cellsOf(workbookSheets(each, report))),
    };
  });
  if (less === undefined || more === undefined) throw new Error('there are not two');
  const { ratios } = await ratiosOf(more.write, less.write, rounds);
  const what = `workbook, ${counted(less.count)} to ${counted(more.count)} cells`;
  return growthOf(what, 'cells', more.count / less.count, ratios);
}

const countOf = (cells: readonly Cells[]) =>
  cells.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0), 0);

const saidSchema = z.tuple([z.coerce.number().positive(), z.string()]);

async function saidBy(program: string, args: readonly string[]): Promise<{ ms: number; version: string }> {
  const { stdout } = await promisify(execFile)(program, args, { timeout: 120_000 });
  const [ms, version] = saidSchema.parse(stdout.trim().split(' '));
  return { ms, version };
}

/** Why a rival did not run, in its own last words. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message.trim().split('\n') : [];
  return `not here, or failed: ${said.at(-1) ?? ''}`;
}
