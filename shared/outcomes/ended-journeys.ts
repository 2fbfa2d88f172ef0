import { mayGoOn } from './caseload/movements.ts';
import type { Period } from './period.ts';
import type { Journey, PersonHistory } from './person-history.ts';

/** A journey that has ended, when and why. */
export type EndedJourney = {
  readonly journey: Journey;
  readonly end: NonNullable<Journey['end']>;
  /** Whether a session was ever attended; otherwise it ended while the person was still waiting. */
  readonly started: boolean;
  /** So lately that another placement may yet continue it. */
  readonly provisional: boolean;
};

/** The journeys of a person that ended in the twelve months to the month's last day. */
export function endedInWindow({ journeys }: Pick<PersonHistory, 'journeys'>, period: Period): EndedJourney[] {
  return journeys.flatMap((journey) => {
    const { end, dayZero } = journey;
    if (end === undefined || end.day < period.windowFirstDay) return [];
    return [{ journey, end, started: dayZero !== undefined, provisional: mayGoOn(end, period) }];
  });
}
