import { EXIT_REASONS } from '../caseload/movements.ts';
import { dimensionsOf } from '../dimensions.ts';
import { endedInWindow, type EndedJourney } from '../ended-journeys.ts';
import { countFigure } from '../figures/count-figure.ts';
import { counted } from '../figures/counted.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';

type Seen = Observation &
  Pick<EndedJourney, 'started' | 'provisional'> & { readonly reason: EndedJourney['end']['reason'] };

export const programmeCompletion = measure<Seen>({
  id: 'programme-completion',
  revision: 1,
  title: 'Programme completion',
  question: 'Of the journeys that end, what share are completed?',
  numerator: 'Of these journeys, those that ended as completed.',
  denominator:
    'Journeys with an attended session not by telephone that ended, for whatever reason, in the 12 months to the month’s last day; deaths, transfers and referrals on are among them. Another placement within 21 days of an end other than completed continues the journey. Journeys that ended without such a session are left out.',
  method:
    'Proportion, Wilson 95% interval. Provisional while an end other than by completion or death is less than 21 days old.',
  direction: 'up',
  span: 'window',
  lookBackDays: 366,

  observe: (history, period) =>
    endedInWindow(history, period).map(({ journey, end, started, provisional }) => ({
      who: history.who,
      dimensions: dimensionsOf(history.provider, journey.first),
      reason: end.reason,
      started,
      provisional,
    })),

  headline: (seen) =>
    proportionFigure(endedOf(seen), ({ reason }) => reason === 'completed', {
      provisional: endedOf(seen).some(({ provisional }) => provisional),
      excluded: { 'not-started': counted(seen.filter(({ started }) => !started)) },
      population: 'ended',
    }),

  beside: (seen) => {
    const ended = endedOf(seen);
    const provisionalIn = (some: readonly Seen[]) => some.some(({ provisional }) => provisional);
    return {
      ended: countFigure(ended, { provisional: provisionalIn(ended), population: 'ended' }),
      ...Object.fromEntries(
        EXIT_REASONS.map((reason) => {
          const some = ended.filter((one) => one.reason === reason);
          return [`ended-${reason}`, countFigure(some, { provisional: provisionalIn(some) })];
        }),
      ),
    };
  },

  sums: {
    ended: EXIT_REASONS.map((reason) => `ended-${reason}`),
    'headline/numerator': ['ended-completed'],
  },
});

function endedOf(seen: readonly Seen[]): Seen[] {
  return seen.filter(({ started }) => started);
}
