import type { Cell, Table } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { count, text } from '../cells.ts';
import { type BlockLine, blockName, waysOf } from './block-parts.ts';

type Week = { readonly monday: string; readonly left: readonly number[] };

/** The numbers of a burn-down: what was, and what is expected. A week in which nothing changes is left out. */
export function burnDownTables(line: BlockLine, cutOff: string): Table[] {
  const { forward, block } = line;
  if (forward === undefined) return [];
  const past = forward.burnDown.flatMap(({ monday, left }): Week[] =>
    left === undefined ? [] : [{ monday, left: [left] }],
  );
  const ways = waysOf(line, cutOff);
  const ahead = forward.burnDown.flatMap((week): Week[] => {
    const left = ways.flatMap(({ of }) => week[of] ?? []);
    return left.length < ways.length ? [] : [{ monday: week.monday, left }];
  });
  return [
    ...tableOf({
      id: `was_${block}`,
      title: `${blockName(line)}, weeks left as it was`,
      columns: ['Weeks left'],
      weeks: past,
    }),
    ...tableOf({
      id: `expected_${block}`,
      title: `${blockName(line)}, weeks left as expected`,
      columns: ways.map(({ title }) => title),
      weeks: ahead,
    }),
  ];
}

type Told = { id: string; title: string; columns: string[]; weeks: readonly Week[] };

function tableOf({ id, title, columns, weeks }: Told): Table[] {
  if (weeks.length === 0) return [];
  const rows = weeks
    .filter(({ left }, i) => {
      const before = weeks[i - 1]?.left;
      return i === weeks.length - 1 || left.some((number, way) => number !== before?.[way]);
    })
    .map(({ monday, left }): Cell[] => [text(dateInWords(monday)), ...left.map((number) => count(number))]);
  return [
    {
      kind: 'table',
      id,
      title,
      columns: [
        { title: 'At the end of the week beginning' },
        ...columns.map((column) => ({ title: column, numeric: true })),
      ],
      groups: [{ rows }],
      notes: [],
    },
  ];
}
