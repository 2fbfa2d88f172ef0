import { formatCount } from '../../../shared/render/format.ts';
import type { Account } from './account.ts';
import { LEFT_OUT } from './left-out.ts';
import { rejectionCounts } from './rejections.ts';
import type { Answered } from './submit-trials.ts';

/** What became of every row and of every record, and why records were rejected, in lines to print. */
export function trialSummary(account: Account, answered: readonly Answered[]): string[] {
  return [
    'Rows: in = sent + merged + left out',
    ...table(
      ['file', 'in', 'sent', 'merged', 'left out'],
      account.files.map(({ file, rows, sent, merged, leftOut }) => [file, rows, sent, merged, leftOut]),
    ),
    '',
    'Left out, by rule of docs/examples/ctn0094.md',
    ...[...account.rules]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([rule, count]) => `${rule} ${formatCount(count).padStart(9)}  ${LEFT_OUT[rule]}`),
    '',
    'Records: in = accepted + rejected',
    ...table(['type', 'in', 'accepted', 'rejected'], recordCounts(answered)),
    '',
    'Why they were rejected: a record may have several problems',
    ...rejectionCounts(answered),
  ];
}

type Cells = readonly (string | number)[];

function recordCounts(answered: readonly Answered[]): Cells[] {
  const counts = (name: string, of: readonly Answered[]): Cells => {
    const rejected = of.filter(({ answer }) => answer.outcome === 'rejected').length;
    return [name, of.length, of.length - rejected, rejected];
  };
  const byType = Map.groupBy(answered, ({ made }) => made.record.type);
  return [...[...byType].map(([type, of]) => counts(type, of)), counts('all', answered)];
}

function table(head: Cells, rows: readonly Cells[]): string[] {
  return [head, ...rows].map(([first = '', ...others]) =>
    [
      String(first).padEnd(22),
      ...others.map((cell) => (typeof cell === 'number' ? formatCount(cell) : cell).padStart(10)),
    ].join(''),
  );
}
