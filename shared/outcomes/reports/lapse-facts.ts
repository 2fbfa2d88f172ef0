import { dateOfDay, dayOf } from '../../records/london.ts';
import type { Fact } from '../person-history.ts';
import type { FactsOn } from './facts-on.ts';
import { outcomeOf } from './test-facts.ts';

type Lapse = Fact<'lapse'>['data'];

export type LapseFacts = Pick<Lapse, 'openedOn' | 'source' | 'substance' | 'outcome'> & {
  /** The day of the return to the groups, or on which the lapse ended otherwise; absent while it is open. */
  readonly endedOn?: string;
  /** Another service the person was referred to, by its code. */
  readonly referredTo?: string;
  /** Days from the opening to the end, or to the last day that is known of. */
  readonly days: number;
  /** What was done from the day after it opened to that day; of a lapse of a single day, on it. */
  readonly done: {
    readonly oneToOnes: number;
    readonly telephone: number;
    readonly testsGiven: number;
    readonly testsNegative: number;
    /** Tests that were missed, refused or not valid. */
    readonly testsNotGiven: number;
  };
};

/**
 * The lapses of a placement by date, and what was done in each.
 *
 * @param lastDay the last day that is known of: that of the placement, or today
 */
export function lapseFacts(
  { lapses, sessions, tests }: Pick<FactsOn, 'lapses' | 'sessions' | 'tests'>,
  lastDay: number,
): LapseFacts[] {
  return lapses.map(({ day: opened, data }) => {
    const { openedOn, source, substance, outcome, referredTo } = data;
    const endedOn = data.returnedOn ?? data.closedOn;
    const end = Math.max(opened, endedOn === undefined ? lastDay : dayOf(endedOn));
    const from = Math.min(opened + 1, end);
    const within = ({ day }: { readonly day: number }) => day >= from && day <= end;
    const attended = sessions.filter((one) => within(one) && one.data.attendance === 'attended');
    const outcomes = tests.filter(within).map((one) => outcomeOf(one.data));
    const count = (...wanted: readonly string[]) => outcomes.filter((one) => wanted.includes(one)).length;
    return {
      ...{ openedOn, source, substance, outcome },
      ...(endedOn !== undefined && { endedOn: dateOfDay(end) }),
      ...(referredTo !== undefined && { referredTo }),
      days: end - opened,
      done: {
        oneToOnes: attended.filter(({ data: { kind } }) => kind === 'one-to-one').length,
        telephone: attended.filter(({ data: { kind } }) => kind === 'telephone').length,
        testsGiven: count('negative', 'positive', 'inconclusive'),
        testsNegative: count('negative'),
        testsNotGiven: count('missed', 'refused', 'invalid'),
      },
    };
  });
}
