import { optionalMarks } from './optional-marks.ts';
import { discloseCount, discloseProportion } from './proportion.ts';
import { SUPPRESSED, type DisclosureRule } from './rule.ts';
import { discloseMedian } from './survival.ts';

const isSmall = (people: number): boolean => people >= 1 && people <= 7;

/** To the nearest 5; whole numbers have no ties. */
const shown = (count: number): number => Math.round(count / 5) * 5;

const counts = { isSmall, shown };
const NOT_PUBLISHED = { state: 'unavailable', reason: 'not-published' } as const;

/**
 * The rule of NHS Digital for hospital statistics at small areas: 1–7 people are withheld, other counts rounded to
 * the nearest 5, percentages and intervals from the rounded counts. Curves list the very days of single people, so
 * they are not published at all.
 */
export const hes7round5: DisclosureRule = {
  survival: ({ journeys, events, parts, points }) => ({
    kind: 'survival',
    journeys: discloseCount(journeys, counts),
    events: discloseCount(events, counts),
    parts: Object.fromEntries(
      Object.entries(parts).map(([part, counted]) => [part, discloseCount(counted, counts)]),
    ),
    points: points.map(({ day }) => ({ day, ...NOT_PUBLISHED })),
    median: NOT_PUBLISHED,
  }),
  incidence: ({ unit, followed, causes, open }) => ({
    kind: 'incidence',
    [unit]: discloseCount(followed, counts),
    causes: Object.fromEntries(
      Object.entries(causes).map(([cause, { points }]) => [
        cause,
        points.map(({ day }) => ({ day, ...NOT_PUBLISHED })),
      ]),
    ),
    open: open.points.map(({ day }) => ({ day, ...NOT_PUBLISHED })),
  }),
  proportion: (figure) => discloseProportion(figure, counts),
  count: ({ count, people, marks }) =>
    isSmall(people)
      ? { kind: 'count', ...SUPPRESSED }
      : { kind: 'count', state: 'estimated', value: shown(count), ...optionalMarks(marks) },
  median: ({ median }) => ({ kind: 'median', ...discloseMedian(median, isSmall) }),
};
