import { formatWeeks } from '../../render/format.ts';
import type { BurnDownSpec, Chart } from '../blocks.ts';
import { dateInWords, monthInWords } from '../calendar.ts';
import { type BlockLine, blockName, waysOf } from './block-parts.ts';
import { runOutInWords } from './run-out-in-words.ts';

/**
 * The weeks left of a block as a line: as it was up to the cut-off, and in two ways from then on. Of a block that has
 * not begun nothing was, and where it is known to lies before the chart.
 */
export function burnDownChart(line: BlockLine, cutOff: string): Chart[] {
  const { forward, terms } = line;
  if (forward === undefined || terms === undefined || forward.burnDown.length === 0) return [];
  const { burnDown } = forward;
  const past = burnDown.filter(({ left }) => left !== undefined).length;
  const points = (of: 'left' | 'byPlannedEnds' | 'byRecentRate') =>
    burnDown.flatMap((week, i) => (week[of] === undefined ? [] : [{ at: i + 1, left: week[of] }]));
  const start = { at: 0, left: terms.weeks };
  const ahead = past === 0 ? [start] : [];
  const heading = `${blockName(line)}, weeks left at the end of each week`;
  const spec: BurnDownSpec = {
    kind: 'burn-down',
    axis: 'Placement weeks left',
    bought: terms.weeks,
    weeks: burnDown.length,
    months: monthsOf(burnDown),
    ...(past > 0 && { now: { at: past, label: `Known to ${dateInWords(cutOff)}` } }),
    lines: [
      ...(past > 0 ? [{ label: 'As it was', of: 'past' as const, points: [start, ...points('left')] }] : []),
      ...waysOf(line, cutOff).map(({ of, title }) => ({
        label: title,
        of: LINES[of],
        points: [...ahead, ...points(of)],
      })),
    ],
  };
  const soFar = past > 0 ? `; ${formatWeeks(forward.left.weeks)} left on ${dateInWords(cutOff)}` : '';
  return [
    {
      kind: 'chart',
      id: `burn_down_${line.block}`,
      title: heading,
      alt: `Chart: ${heading}. It begins with ${formatWeeks(terms.weeks)} on ${dateInWords(terms.validFrom)}${soFar}. ${runOutInWords(line, cutOff)} The numbers are in the tables below.`,
      spec,
    },
  ];
}

const LINES = { byPlannedEnds: 'planned', byRecentRate: 'recent' } as const;

/** Where the first week of each month stands. */
function monthsOf(burnDown: readonly { readonly monday: string }[]): BurnDownSpec['months'] {
  return burnDown.flatMap(({ monday }, at) => {
    const month = monday.slice(0, 7);
    if (burnDown[at - 1]?.monday.startsWith(month)) return [];
    const [name = '', year = ''] = monthInWords(month).split(' ');
    return [{ at, label: `${name.slice(0, 3)} ${year}` }];
  });
}
