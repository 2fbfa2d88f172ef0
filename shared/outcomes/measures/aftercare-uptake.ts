import { dimensionsOf } from '../dimensions.ts';
import { endedInWindow } from '../ended-journeys.ts';
import { counted } from '../figures/counted.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';

/** How soon after completion aftercare should begin, in days. */
const UPTAKE_DAYS = 28;

type Seen = Observation & { readonly group: 'old-enough' | Excluded; readonly takenUp: boolean };

type Excluded = (typeof EXCLUDED)[number];
const EXCLUDED = ['not-started', 'completed-within-28-days'] as const;

export const aftercareUptake = measure<Seen>({
  id: 'aftercare-uptake',
  revision: 1,
  title: 'Aftercare uptake',
  question: 'Of people who complete, what share go on to aftercare?',
  numerator:
    'Of these journeys, those whose person had a placement in aftercare, paid for by the same commissioner, that began up to 28 days after the completion or was open on its day.',
  denominator:
    'Journeys with an attended session not by telephone that ended as completed in the 12 months to the month’s last day, 28 days or more before it.',
  method: 'Proportion, Wilson 95% interval.',
  direction: 'up',
  span: 'window',
  lookBackDays: 366,

  observe: (history, period) => {
    const { who, provider, placements } = history;
    const aftercare = placements.filter(({ data }) => data.service === 'aftercare');
    return endedInWindow(history, period)
      .filter(({ end }) => end.reason === 'completed')
      .map(({ journey, end, started }) => ({
        who,
        dimensions: dimensionsOf(provider, journey.first),
        group: !started
          ? 'not-started'
          : period.lastDay - end.day < UPTAKE_DAYS
            ? 'completed-within-28-days'
            : 'old-enough',
        takenUp: aftercare.some(
          ({ startDay, endDay }) => startDay - end.day <= UPTAKE_DAYS && endDay >= end.day,
        ),
      }));
  },

  headline: (seen) => {
    const inGroup = (group: Seen['group']) => seen.filter((one) => one.group === group);
    return proportionFigure(inGroup('old-enough'), ({ takenUp }) => takenUp, {
      excluded: Object.fromEntries(EXCLUDED.map((group) => [group, counted(inGroup(group))])),
    });
  },
});
