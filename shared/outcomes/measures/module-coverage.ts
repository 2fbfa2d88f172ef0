import { RESONANCE_FACTOR_TOPICS } from '../../records/session.ts';
import { dimensionsOf } from '../dimensions.ts';
import { counted } from '../figures/counted.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import type { Journey } from '../person-history.ts';
import { GAP_DAYS } from '../settings.ts';

/** Twelve weeks: as long as the programme is. */
const DAYS = 84;

type Seen = Observation & {
  /** Whether day 84 or a completion came in the month; otherwise the journey ended in it before. */
  readonly due: boolean;
  /** Another placement may yet continue the journey to a day 84 in the month. */
  readonly mayBeDue: boolean;
  /** Which of the Resonance Factor topics were attended. */
  readonly topics: readonly string[];
};

export const moduleCoverage = measure<Seen>({
  id: 'module-coverage',
  revision: 1,
  title: 'Resonance Factor topics',
  question: 'Does everybody who goes through the programme have the five topics of the Resonance Factor?',
  numerator:
    'Of these journeys, those in which each of the five topics was part of at least one session that the person attended, on any day of the journey up to the month’s last.',
  denominator:
    'Journeys that reached their day 84, counted from the first attended session that is not by telephone, in the month, or that were completed in it before: each once, on whichever comes first. Journeys that ended otherwise in the month before day 84 are left out.',
  method: 'Proportion, Wilson 95% interval; beside it the same for each topic.',
  direction: 'up',
  span: 'month',
  lookBackDays: 31,

  observe: ({ who, provider, journeys }, period) =>
    journeys.flatMap((journey) => {
      const when = whenDue(journey, period);
      if (when === undefined) return [];
      return [{ who, dimensions: dimensionsOf(provider, journey.first), ...when, topics: topicsOf(journey) }];
    }),

  headline: (seen) => coverage(seen, ({ topics }) => topics.length === RESONANCE_FACTOR_TOPICS.length),

  beside: (seen) =>
    Object.fromEntries(
      RESONANCE_FACTOR_TOPICS.map((topic) => [
        `topic-${topic}`,
        coverage(seen, ({ topics }) => topics.includes(topic)),
      ]),
    ),
});

function coverage(seen: readonly Seen[], covers: (journey: Seen) => boolean) {
  return proportionFigure(
    seen.filter(({ due }) => due),
    covers,
    {
      provisional: seen.some(({ mayBeDue }) => mayBeDue),
      excluded: { 'ended-otherwise-before-day-84': counted(seen.filter(({ due }) => !due)) },
    },
  );
}

/** How a journey comes into the month: by its day 84 or its end before; undefined: it does not. */
function whenDue(
  { dayZero, end }: Journey,
  { firstDay, lastDay }: Period,
): Pick<Seen, 'due' | 'mayBeDue'> | undefined {
  if (dayZero === undefined) return undefined;
  const day84 = dayZero + DAYS;
  const endsBefore = end !== undefined && end.day < day84;
  const day = endsBefore ? end.day : day84;
  if (day < firstDay || day > lastDay) return undefined;
  const due = !endsBefore || end.reason === 'completed';
  return { due, mayBeDue: !due && end.reason !== 'died' && day84 <= lastDay && lastDay - day < GAP_DAYS };
}

function topicsOf({ sessions }: Journey): string[] {
  const attended = new Set(
    sessions.flatMap(({ data }) => (data.attendance === 'attended' ? (data.topics ?? []) : [])),
  );
  return RESONANCE_FACTOR_TOPICS.filter((topic) => attended.has(topic));
}
