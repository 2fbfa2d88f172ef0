import { describe, expect, test } from 'vitest';
import type { ComputedFigure } from '../../../../shared/outcomes/computed.ts';
import { isFew } from '../../../../shared/outcomes/disclosure/audit/few.ts';
import { NOTHING } from '../../../../shared/outcomes/disclosure/hidden.ts';
import { lt5 } from '../../../../shared/outcomes/disclosure/lt5.ts';
import { movedSince } from '../../../../shared/outcomes/disclosure/pack/moved-since.ts';
import { writeFigure } from '../../../../shared/outcomes/disclosure/way-of.ts';
import type { MeanFigure } from '../../../../shared/outcomes/document.ts';
import { count, curve, type Group, mean, rate, share, shares } from './figures.ts';

const shown = (figure: ComputedFigure) => writeFigure(figure, NOTHING, lt5);
const moved = (issued: readonly ComputedFigure[], now: ComputedFigure) =>
  Object.fromEntries(movedSince(issued.map(shown), shown(now), isFew));

describe('a count that is a few away', () => {
  test('from several issues is as far away as from the nearest', () => {
    expect(moved([count(12), count(13)], count(14))).toEqual({ figure: 1 });
    expect(moved([count(13), count(12)], count(14))).toEqual({ figure: 1 });
  });

  test('is told by the least of what moved in one number of another', () => {
    // One more passes, two more do not, three more in all.
    expect(moved([share(29, 88)], share(30, 91))).toEqual({ figure: 1 });
  });

  test('may be of the numbers of a mean', () => {
    expect(moved([mean(12)], mean(14))).toEqual({ figure: 2 });
    expect(moved([mean(12)], mean(17))).toEqual({});
  });

  test('may be of events in a time', () => {
    expect(moved([rate(6, 20, 9)], rate(8, 20, 9))).toEqual({ figure: 2 });
    // As many in another time: one person was exposed for longer.
    expect(moved([rate(6, 20, 9)], rate(6, 21, 9))).toEqual({ figure: 1 });
    // Six more events: not of few, nor is their time, which is another.
    expect(moved([rate(6, 20, 9)], rate(12, 30, 9))).toEqual({});
  });
});

describe('a curve of as many people on every day', () => {
  // By day 28 10 left and so many were lost to follow-up: before or after the day on which the others left.
  const lost = (size: number, day: number): Group[] => [[10, 20, 'left'], [size, day], [30 - size]];

  test('of which a point is another tells of few', () => {
    // 10 of 35 left, or 10 of 40.
    expect(moved([curve(...lost(5, 10))], curve(...lost(5, 25)))).toEqual({
      'node:1': 1,
      'node:2': 1,
      'node:3': 1,
    });
    expect(moved([curve(...lost(5, 10))], curve(...lost(5, 10)))).toEqual({});
  });

  test('of which the median is another tells of few, and goes with the total of events', () => {
    // 20 of 30 left between days 56 and 84: with the 15th, on day 70 or a day later, half have.
    const left = (day: number) => curve([10, 60, 'left'], [10, day, 'left'], [10]);
    expect(moved([left(70)], left(71))).toEqual({ 'node:4': 1 });
    expect(moved([left(70)], left(70))).toEqual({});
  });

  test('of which the median is not reached tells of few by its lower limit', () => {
    // Of 30 the limit with 9 that left is 0.503, and with the tenth 0.469: half may have left by that day.
    const left = (day: number) => curve([9, 60, 'left'], [1, day, 'left'], [20]);
    expect(moved([left(70)], left(71))).toEqual({ 'node:4': 1 });
  });

  test('of which a share is another tells of few', () => {
    // 10 of 39 left, or 10 of 40: of 40 they are 10 by both, to the nearest.
    const days = (row: number) => [0, 1, 2].map((day) => [`cell:${row}:${day}`, 1]);
    expect(moved([shares(...lost(1, 10))], shares(...lost(1, 25)))).toEqual(
      Object.fromEntries([...days(1), ...days(3)]),
    );
    expect(moved([shares(...lost(1, 10))], shares(...lost(1, 10)))).toEqual({});
  });

  test('tells nothing of few where on one day many more had left', () => {
    // Six more left by day 28, of as many journeys.
    const left = (size: number): Group[] => [[size, 20, 'left'], [40 - size]];
    expect(moved([curve(...left(10))], curve(...left(16)))).toEqual({});
    expect(moved([shares(...left(10))], shares(...left(16)))).toEqual({});
  });
});

describe('a mean of as many', () => {
  const meanIn = (limits: Pick<MeanFigure & { state: 'estimated' }, 'lower' | 'upper'>): MeanFigure => ({
    ...{ kind: 'mean', state: 'estimated', unit: 'points', value: 3.2, values: 5 },
    ...limits,
  });
  const told = meanIn({ lower: 2.2, upper: 4.2 });

  test('with other limits tells of few: one gave a point more and another one less', () => {
    expect(movedSince([told], meanIn({ lower: 2.1, upper: 4.3 }), isFew)).toEqual(new Map([['figure', 1]]));
    expect(movedSince([told], meanIn({ lower: 2.2, upper: 4.3 }), isFew)).toEqual(new Map([['figure', 1]]));
  });

  test('tells nothing by limits that one of the issues does not give', () => {
    const without = meanIn({ lower: null, upper: null });
    expect(movedSince([without], told, isFew)).toEqual(new Map());
    expect(movedSince([told], without, isFew)).toEqual(new Map());
  });
});

test('what was withheld before, or is not told now, tells nothing', () => {
  const withheld = writeFigure(curve([9, 20, 'left'], [30]), new Set(['figure']), lt5);
  const now = shown(curve([10, 20, 'left'], [30]));
  expect(movedSince([withheld], now, isFew)).toEqual(new Map());
  expect(movedSince([now], withheld, isFew)).toEqual(new Map());
});
