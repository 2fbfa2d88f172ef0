import type { PlacementFacts } from '../../outcomes/reports/placement-facts.ts';
import type { TestFacts } from '../../outcomes/reports/test-facts.ts';
import type { Chart, TimelineMark, TimelineSpec } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { axisMonths, daysFrom } from './axis-months.ts';
import { lapsesInWords } from './lapses-in-words.ts';
import { testsInWords } from './tests-in-words.ts';
import { SUBSTANCES } from './words.ts';

const LAPSES = 'Lapse open';
const NOT_GIVEN = 'Test not given';

const MARKS: readonly (readonly [TimelineMark, string])[] = [
  ['negative', 'Negative'],
  ['explained', 'Positive, prescribed'],
  ['inconclusive', 'Not clear'],
  ['positive', 'Positive'],
  ['none', 'Missed, refused, excused or not valid'],
];

type Mark = { readonly row: string; readonly of: TimelineMark; readonly at: number };

/** The tests on a line of time: a row for each substance, one for tests that were not given, one for open lapses. */
export function testsChart({ placement, tests, lapses, date }: PlacementFacts): Chart {
  const from = placement.startsOn;
  const marks = tests.flatMap((test) => marksOf(test, from));
  const named = new Set(marks.map(({ row }) => row));
  const rows = [
    ...(lapses.length > 0 ? [LAPSES] : []),
    ...Object.values(SUBSTANCES).filter((name) => named.has(name)),
    ...(named.has(NOT_GIVEN) ? [NOT_GIVEN] : []),
  ];
  const last = placement.endedOn ?? date;
  const spans = lapses.map(({ openedOn, days }) => {
    const opened = daysFrom(from, openedOn);
    return { row: rows.indexOf(LAPSES), from: opened, to: opened + days };
  });
  const days = Math.max(daysFrom(from, last), ...marks.map(({ at }) => at), ...spans.map(({ to }) => to));
  const spec: TimelineSpec = {
    kind: 'timeline',
    axis: 'What was tested for, and what each test showed',
    days,
    months: axisMonths(from, days),
    rows,
    marks: MARKS.flatMap(([of, label]) => {
      const points = marks
        .filter((mark) => mark.of === of)
        .map(({ row, at }) => ({ row: rows.indexOf(row), at }));
      return points.length === 0 ? [] : [{ label, of, points }];
    }),
    spans,
  };
  return {
    kind: 'chart',
    id: 'tests_over_time',
    title: `Tests from ${dateInWords(from)} on, by what they were for`,
    alt: `Chart: tests by date, in a row for each substance. ${testsInWords(tests)} ${lapsesInWords(lapses)} Every test is in the table below.`,
    spec,
  };
}

function marksOf({ on, results, outcome }: TestFacts, from: string): Mark[] {
  const at = daysFrom(from, on);
  if (results.length === 0) {
    const given = outcome === 'negative' || outcome === 'positive' || outcome === 'inconclusive';
    return given ? [] : [{ row: NOT_GIVEN, of: 'none', at }];
  }
  return results.map(({ substance, result, explained }) => ({
    row: SUBSTANCES[substance],
    of: result !== 'negative' && explained === true ? 'explained' : result,
    at,
  }));
}
