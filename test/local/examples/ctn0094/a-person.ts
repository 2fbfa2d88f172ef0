import type { TrialPerson } from '../../../../local/examples/ctn0094/trial-people.ts';
import type { RowName, TrialRow } from '../../../../local/examples/ctn0094/trial-rows.ts';

const flags = [
  ...(['is_no_show', 'is_in_jail', 'is_in_hospital', 'is_illness'] as const),
  ...(['is_moved', 'is_left_study', 'is_missing_14_consecutive'] as const),
];

/** A visit of person 10, attended on its day unless said otherwise. */
export function aVisit(
  line: number,
  when: number | undefined,
  { visit = 'WK1', what = 'visit', against }: Partial<VisitWords> = {},
): TrialRow<'visit'> {
  const cells = Object.fromEntries(flags.map((flag) => [flag, flag === against])) as Record<
    (typeof flags)[number],
    boolean
  >;
  return { row: `visit.csv:${line}`, who: 10, visit, what, when, ...cells };
}

type VisitWords = Pick<TrialRow<'visit'>, 'visit' | 'what'> & { readonly against: (typeof flags)[number] };

/** A positive urine of person 10. */
export function aPositive(
  line: number,
  when: number,
  what: TrialRow<'uds'>['what'] = 'Opioid',
): TrialRow<'uds'> {
  return { row: `uds.csv:${line}`, who: 10, when, what };
}

/** Person 10 of CTN-0027, on methadone from day 5 for 24 weeks; everything else as said. */
export function aPerson(said: Partial<TrialPerson> = {}): TrialPerson {
  return {
    ...{ who: 10, project: '27', site: '32', age: 30, isMale: 'Yes' },
    phases: [aPhase()],
    ...{ visits: [], urine: [], ratings: [], detox: [] },
    rows: ['everybody.csv:3', 'site_masked.csv:11', 'demographics.csv:11'] satisfies RowName[],
    ...said,
  };
}

export function aPhase(said: Partial<TrialPerson['phases'][number]> = {}): TrialPerson['phases'][number] {
  return {
    ...{ number: '1', treatment: 'Methadone', startDay: 5, plannedEndDay: 173, medicatedToDay: 173 },
    rows: ['randomization.csv:14', 'randomization.csv:15'],
    ...said,
  };
}
