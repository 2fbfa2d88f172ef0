import { expect, test } from 'vitest';
import { disclose } from '../../../shared/outcomes/disclosure.ts';
import { movedSince } from '../../../shared/outcomes/disclosure/pack/moved-since.ts';
import type { MeanFigure, OutcomeDocument, RateFigure } from '../../../shared/outcomes/document.ts';
import type { PersonRecords } from '../../../shared/outcomes/person-records.ts';
import { compute } from '../../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

/** What two or more issues of one month tell together of one to four people. */

type Groups = Readonly<Record<'young' | 'middle' | 'older', number>>;

const AGE_BANDS = { young: '25-34', middle: '35-44', older: '45-54' } as const;

/** So many people of each age, in treatment since March 2026 with a provider of their own. */
function crowd({ young, middle, older }: Groups): PersonRecords[] {
  return Object.entries({ young, middle, older }).flatMap(([age, size]) =>
    Array.from({ length: size }, (_, index) => {
      const who = { personRef: `${age}-${index}`, provider: age };
      const ageBand = AGE_BANDS[age as keyof Groups];
      const placement = aPlacement({ ...who, startsOn: '2026-03-02', ageBand });
      return { ...aPerson(placement, aSession({ ...who, on: '2026-03-02' })), ...who };
    }),
  );
}

function issue(groups: Groups, ...earlier: OutcomeDocument[]): OutcomeDocument {
  const revision = earlier.length + 1;
  const { computed } = compute({ people: crowd(groups) });
  return disclose(computed, { revision, asAt: `2026-11-0${revision}T06:00:00.000Z` }, ...earlier);
}

/** The caseload in whole and by age; `c` where it is withheld. */
function caseload({ measures }: OutcomeDocument): (number | string)[] {
  const whole = measures['caseload'];
  const groups = whole?.splits?.['age-band'] ?? {};
  return [whole, ...Object.values(AGE_BANDS).map((age) => groups[age])].map((figure) =>
    figure?.kind === 'count' && figure.state === 'estimated' ? figure.value : 'c',
  );
}

const first = issue({ young: 12, middle: 11, older: 10 });

test('a group that moved by two is withheld, and another that would tell it; the whole is corrected', () => {
  expect(caseload(first)).toEqual([33, 12, 11, 10]);
  expect(caseload(issue({ young: 14, middle: 11, older: 10 }, first))).toEqual([35, 'c', 11, 'c']);
});

test('it stays withheld in the next issue: who holds the first does not need the second', () => {
  const second = issue({ young: 14, middle: 11, older: 10 }, first);
  expect(caseload(issue({ young: 14, middle: 11, older: 10 }, first, second))).toEqual([35, 'c', 11, 'c']);
  // One more than in the second issue, and five more than in the first.
  expect(caseload(issue({ young: 17, middle: 11, older: 10 }, first, second))).toEqual([38, 17, 11, 10]);
});

test('an issue under another rule is no measure of what moved', () => {
  const rounded = { ...first, disclosure: 'hes7round5' as const };
  expect(caseload(issue({ young: 14, middle: 11, older: 10 }, rounded))).toEqual([35, 14, 11, 10]);
});

test('a provider in the funnel that moved by two is withheld like any group', () => {
  const providers = ({ measures }: OutcomeDocument) =>
    ['young', 'middle', 'older'].map((provider) => {
      const figure = measures['abstinence-retention']?.cohort?.providers[provider];
      return figure?.state === 'estimated' ? figure.denominator : 'c';
    });
  expect(providers(first)).toEqual([12, 11, 10]);
  const second = issue({ young: 14, middle: 11, older: 10 }, first);
  expect(second.measures['abstinence-retention']?.cohort?.matured).toMatchObject({ denominator: 35 });
  expect(providers(second)).toEqual(['c', 11, 'c']);
});

const isSmall = (people: number): boolean => people >= 1 && people <= 4;

const meanOf = (values: number, value: number): MeanFigure => ({
  kind: 'mean',
  state: 'estimated',
  value,
  lower: value - 1,
  upper: value + 1,
  values,
  unit: 'points',
});
const rateIn = (exposure: number): RateFigure => ({
  kind: 'rate',
  state: 'estimated',
  value: 6 / exposure,
  lower: 0,
  upper: 1,
  method: 'exact',
  events: 6,
  exposure,
  unit: 'person-week',
});

test('a mean of as many that is another tells of few: of five at 3.2, then 3.4, somebody gave one point more', () => {
  expect(movedSince([meanOf(5, 3.2)], meanOf(5, 3.4), isSmall)).toEqual(new Map([['figure', 1]]));
  expect(movedSince([meanOf(5, 3.2)], meanOf(5, 3.2), isSmall)).toEqual(new Map());
  expect(movedSince([meanOf(5, 3.2)], meanOf(8, 3.4), isSmall)).toEqual(new Map([['figure', 3]]));
  expect(movedSince([meanOf(5, 3.2)], meanOf(10, 3.4), isSmall)).toEqual(new Map());
});

test('as many events in another time tell of few', () => {
  expect(movedSince([rateIn(20)], rateIn(21), isSmall)).toEqual(new Map([['figure', 1]]));
  expect(movedSince([rateIn(20)], rateIn(20), isSmall)).toEqual(new Map());
});

test('the nearest of all issues before counts', () => {
  expect(movedSince([meanOf(12, 3), meanOf(20, 3)], meanOf(14, 3), isSmall)).toEqual(
    new Map([['figure', 2]]),
  );
});
