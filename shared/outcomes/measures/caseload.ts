import type { ComputedCount } from '../computed.ts';
import { countFigure } from '../figures/count-figure.ts';
import { EXIT_REASONS, type Movement, movementsOf } from '../caseload/movements.ts';
import { inTreatment } from '../in-treatment.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { personInMonth } from '../person-in-month.ts';

type Seen = Observation & Movement;

const EXITS = EXIT_REASONS.map((reason) => `exits-${reason}` as const);

export const caseload = measure<Seen>({
  id: 'caseload',
  revision: 1,
  title: 'Caseload',
  question: 'How many people are in treatment, and how many come and go?',
  numerator:
    'People in treatment in the month: on at least one day of it between the first attended session that is not by telephone and the end of a journey, or with an aftercare placement open. Beside it, of the day programme: people referred in the month; people waiting on its last day, referred and neither started nor ended; journeys whose first such session lies in the month; placements begun in the month that re-open a journey after an end; journeys ended in the month after a start, by reason; and those ended in it without one.',
  denominator: 'Nothing: these are numbers, not shares.',
  method:
    'Count. An exit other than by completion or death is provisional until 21 days have passed, in which another placement would continue the journey.',
  direction: 'neutral',
  span: 'month',
  lookBackDays: 31,

  observe: (history, period) => {
    const { who } = history;
    const moved = movementsOf(history, period).map((movement) => ({ who, ...movement }));
    if (!inTreatment(history, period)) return moved;
    return [{ ...personInMonth(history, period), is: 'in-treatment', provisional: false }, ...moved];
  },

  headline: (seen) =>
    countFigure(
      seen.filter((one) => one.is === 'in-treatment'),
      { population: 'in-treatment' },
    ),

  beside: (seen) => ({
    referred: countOf(seen, 'referred'),
    waiting: { ...countOf(seen, 'waiting'), population: 'waiting' },
    started: countOf(seen, 'started'),
    're-opened': countOf(seen, 're-opened'),
    exits: countOf(seen, ...EXITS),
    ...Object.fromEntries(EXITS.map((exit) => [exit, countOf(seen, exit)])),
    'ended-not-started': countOf(seen, 'ended-not-started'),
  }),

  sums: { exits: EXITS },
});

function countOf(seen: readonly Seen[], ...movements: readonly Movement['is'][]): ComputedCount {
  const some = seen.filter((one) => movements.includes(one.is));
  return countFigure(some, { provisional: some.some(({ provisional }) => provisional) });
}
