import type { BurnDownSpec } from '../../report/blocks.ts';
import { GRID, SOFT_INK } from './palette.ts';
import { thinnedMonths } from './thinned-months.ts';

/** A true scale of time from 0 to `length`, with as many of the months named as there is room for. */
export const monthsAxis = (months: BurnDownSpec['months'], length: number) => ({
  type: 'linear' as const,
  min: 0,
  max: length,
  border: { color: SOFT_INK },
  grid: { color: GRID },
  afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
    axis.ticks = thinnedMonths(months, length).map(({ at }) => ({ value: at }));
  },
  ticks: {
    autoSkip: false,
    maxRotation: 0,
    callback: (at: string | number) =>
      months.find((month) => month.at === Number(at))?.label.split(' ') ?? '',
  },
});
