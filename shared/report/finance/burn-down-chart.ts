import { formatWeeks } from '../../render/format.ts';
import type { BurnDownSpec, Chart } from '../blocks.ts';
import { dateInWords, monthInWords } from '../calendar.ts';
import { type BlockLine, blockName } from './block-parts.ts';
import { runOutInWords } from './run-out-in-words.ts';

/** The weeks left of a block as a line: as it was up to the cut-off, and in two ways from then on. */
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
    now: { at: past, label: `Known to ${dateInWords(cutOff)}` },
    lines: [
      { label: 'As it was', of: 'past', points: [start, ...points('left')] },
      { label: 'By planned ends', of: 'planned', points: [...ahead, ...points('byPlannedEnds')] },
      { label: 'At the recent rate', of: 'recent', points: [...ahead, ...points('byRecentRate')] },
    ],
  };
  const sofar = `${formatWeeks(forward.left.weeks)} left on ${dateInWords(cutOff)}`;
  return [
    {
      kind: 'chart',
      id: `burn_down_${line.block}`,
      title: heading,
      alt: `Chart: ${heading}. It begins with ${formatWeeks(terms.weeks)} on ${dateInWords(terms.validFrom)}; ${sofar}. ${runOutInWords(line, cutOff)} The numbers are in the tables below.`,
      spec,
    },
  ];
}

/** Where the first week of each month stands. */
function monthsOf(burnDown: readonly { readonly monday: string }[]): BurnDownSpec['months'] {
  return burnDown.flatMap(({ monday }, at) => {
    const month = monday.slice(0, 7);
    if (burnDown[at - 1]?.monday.startsWith(month)) return [];
    const [name = '', year = ''] = monthInWords(month).split(' ');
    return [{ at, label: `${name.slice(0, 3)} ${year}` }];
  });
}
