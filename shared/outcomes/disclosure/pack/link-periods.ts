import type { IssuedMonth } from '../../change/issued-month.ts';
import type { ComputedCohort, ComputedProportion } from '../../computed.ts';
import { periodsBefore } from '../../period.ts';
import { describeEarlier } from './describe-earlier.ts';
import type { Described } from './described.ts';
import { addKnown, type Draft, plus } from './draft.ts';
import { addUp } from './link.ts';

/** How many periods the twelve months have. */
const IN_YEAR = { month: 12, quarter: 4 } as const;

/**
 * That the periods of twelve months add up to the whole that is shown of them, now and in each issue of the year
 * before: who holds the packs of two months takes one whole from the other, and knows a month's own number from that
 * of a year ago. What an issue showed is fixed, with the numbers as they are known today.
 *
 * @param before every issue of the months before; undefined where that is not known
 */
export function linkPeriods(
  draft: Draft,
  measure: string,
  { every, period, earlier }: ComputedCohort,
  { matured, point }: { readonly matured: Described; readonly point: Described },
  before: readonly IssuedMonth[] | undefined,
): void {
  if (period === undefined) return;
  const many = IN_YEAR[every];
  const issued = Map.groupBy(before ?? [], ({ month }) => periodOf(month, every));
  const isTold = (name: string, part: 'point' | 'matured'): boolean | undefined => {
    if (before === undefined) return part === 'matured' ? false : undefined;
    const states = (issued.get(name) ?? []).map(({ measures }) => measures[measure]?.cohort?.[part]?.state);
    return states.some((state) => state !== undefined && state !== 'suppressed');
  };
  const names = periodsBefore(period, 2 * many - 1);
  const described = names.map((name) =>
    describeEarlier(
      draft,
      { measure, part: 'cohort', name: 'earlier', category: name },
      earlier[name] ?? NOBODY,
      isTold(name, 'point'),
    ),
  );
  addUp(draft, matured, [point, ...described.slice(0, many - 1)]);
  names.slice(0, many).forEach((name, index) => {
    if (isTold(name, 'matured') !== true) return;
    const year = described.slice(index, index + many).map(({ additive }) => additive([]));
    for (const part of [0, 1]) addKnown(draft, plus(...year.map((forms) => forms[part] ?? [])));
  });
}

/** The period whose own month this is; that of a month in which none ends is no period's. */
function periodOf(month: string, every: 'month' | 'quarter'): string {
  const number = Number(month.slice(5));
  if (every === 'month') return month;
  return number % 3 === 0 ? `${month.slice(0, 4)}-Q${number / 3}` : '';
}

const NOBODY: ComputedProportion = {
  kind: 'proportion',
  numerator: { count: 0, people: 0 },
  denominator: { count: 0, people: 0 },
  complement: 0,
  marks: [],
  interval: 'wilson',
};
