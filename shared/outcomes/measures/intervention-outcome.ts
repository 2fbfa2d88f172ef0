import { dayOf } from '../../records/london.ts';
import { dimensionsOf } from '../dimensions.ts';
import { endedInWindow } from '../ended-journeys.ts';
import { isForFamily } from '../family/is-for-family.ts';
import type { ComputedProportion } from '../computed.ts';
import { counted } from '../figures/counted.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import type { Journey, PersonHistory } from '../person-history.ts';
import type { Placed } from '../placed.ts';
import { reviewsOf } from '../reviews/reviews-of.ts';
import { waitingFor } from '../waiting-for.ts';

/** So many family sessions are the aim of a closure. */
const CLOSURE_SESSIONS = 3;

/** How old a referral to a crisis intervention must be, in days: the wait that is the most it should be. */
const REFERRED_DAYS = 21;

const KINDS = ['recovery', 'crisis', 'closure'] as const;

type Seen = Observation & {
  readonly intervention: (typeof KINDS)[number];
  readonly reached: boolean;
  readonly provisional: boolean;
  /** Why it is not in the denominator. */
  readonly leftOut?: 'not-started' | 'referred-within-21-days';
};

export const interventionOutcome = measure<Seen>({
  id: 'intervention-outcome',
  revision: 1,
  title: 'Intervention outcome',
  question: 'Does each kind of intervention reach its own aim?',
  numerator:
    'Of these journeys, those that reached the aim of their intervention. Recovery: the latest exit review, up to 14 days after the end, names a recovery support other than none; without an exit review the aim is not reached. Crisis: a session, not by telephone, was attended by the month’s last day. Closure: 3 or more sessions of a family kind, or with family, were attended during the journey, by the person or by the family alone.',
  denominator:
    'Journeys by the intervention of their first placement. Recovery and closure: journeys with an attended session not by telephone that ended, for whatever reason, in the 12 months to the month’s last day. Crisis: journeys, and placements not yet begun, referred in these 12 months, 21 days or more before the month’s last day. Journeys without an intervention are not among them.',
  method:
    'Proportion, Wilson 95% interval. Provisional while the end of a recovery or a closure, other than by completion or death, is less than 21 days old.',
  direction: 'up',
  span: 'window',
  lookBackDays: 366,

  observe: (history, period) => [...endedOf(history, period), ...crisesOf(history, period)],

  headline: share,

  beside: (seen) =>
    Object.fromEntries(
      KINDS.map((kind) => [kind, share(seen.filter(({ intervention }) => intervention === kind))]),
    ),

  sums: {
    headline: KINDS,
    'headline/numerator': KINDS.map((kind) => `${kind}/numerator`),
    'headline/complement': KINDS.map((kind) => `${kind}/complement`),
  },
});

function share(seen: readonly Seen[]): ComputedProportion {
  const included = seen.filter(({ leftOut }) => leftOut === undefined);
  const excluded = (['not-started', 'referred-within-21-days'] as const).map(
    (reason) => [reason, counted(seen.filter(({ leftOut }) => leftOut === reason))] as const,
  );
  return proportionFigure(included, ({ reached }) => reached, {
    provisional: included.some(({ provisional }) => provisional),
    excluded: Object.fromEntries(excluded),
  });
}

/** Recoveries and closures that ended in the window. */
function endedOf(history: PersonHistory, period: Period): Seen[] {
  const { who, provider } = history;
  return endedInWindow(history, period).flatMap(({ journey, started, provisional }): Seen[] => {
    const { intervention } = journey.first.data;
    if (intervention !== 'recovery' && intervention !== 'closure') return [];
    const reached =
      intervention === 'recovery' ? hasRecoverySupport(history, journey) : hasFamilySessions(journey);
    const one = {
      who,
      dimensions: dimensionsOf(provider, journey.first),
      intervention,
      reached,
      provisional,
    };
    return [started ? one : { ...one, leftOut: 'not-started' }];
  });
}

/** Crises referred in the window, whether or not anything has begun. */
function crisesOf(history: PersonHistory, { windowFirstDay, lastDay }: Period): Seen[] {
  const { who, provider, journeys } = history;
  const seenOf = (placement: Placed, reached: boolean): Seen[] => {
    const { intervention, referredOn } = placement.data;
    const referredDay = dayOf(referredOn);
    if (intervention !== 'crisis' || referredDay < windowFirstDay) return [];
    const dimensions = dimensionsOf(provider, placement);
    const one = { who, dimensions, intervention, reached, provisional: false };
    return [lastDay - referredDay < REFERRED_DAYS ? { ...one, leftOut: 'referred-within-21-days' } : one];
  };
  const placement = waitingFor(history);
  const waits = placement !== undefined && !journeys.some(({ first }) => first === placement);
  return [
    ...journeys.flatMap(({ first, dayZero }) => seenOf(first, dayZero !== undefined)),
    ...(waits ? seenOf(placement, false) : []),
  ];
}

function hasRecoverySupport({ reviews }: PersonHistory, journey: Journey): boolean {
  const last = reviewsOf(journey, reviews).findLast(({ data }) => data.stage === 'exit');
  const support = last?.data.recoverySupport;
  return support !== undefined && support !== 'none';
}

function hasFamilySessions({ sessions }: Journey): boolean {
  return sessions.filter(isForFamily).length >= CLOSURE_SESSIONS;
}
