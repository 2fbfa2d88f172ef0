import type { RecordData } from '../../records/registry.ts';
import { meanFigure } from '../figures/mean-figure.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import { workersSeen } from '../read-reflections.ts';

/** The dimensions of a reflection, by the name that is printed. */
const DIMENSIONS = {
  culture: 'culture',
  stance: 'stance',
  'client-work': 'clientWork',
  boundaries: 'boundaries',
  mythology: 'mythology',
  'self-reflection': 'selfReflection',
} as const satisfies Record<string, keyof RecordData['reflection']>;

type Scores = Readonly<Record<(typeof DIMENSIONS)[keyof typeof DIMENSIONS], number>>;

/**
 * A worker who gave a session in the month, never in a split, and their reflections in it, which are read of these
 * workers and this month alone; after `relate` each worker once.
 */
type Seen = Observation & { readonly reflections: readonly Scores[] };

export const practiceReflection = measure<Seen>({
  id: 'practice-reflection',
  revision: 1,
  title: 'Reflection on practice',
  question: 'Do the workers reflect on their practice?',
  numerator: 'Of these workers, those with at least one reflection on their practice in the month.',
  denominator:
    'Workers who gave at least one session in the month that a service user or a family member of this commissioner attended; the same worker at two providers is two.',
  method:
    'Proportion, Wilson 95% interval. Beside it the mean of each of the six scores, 1 to 5, over these workers’ reflections of the month, each reflection once. Never by worker, and in no split.',
  direction: 'up',
  span: 'month',
  lookBackDays: 396,

  observe: ({ sessions, provider }, period) => workersOf(sessions, provider, period),

  observeUnattached: ({ sessions, reflections }, period) => [
    ...sessions.flatMap((session) => workersOf([session], session.provider, period)),
    ...reflections.map(({ provider, data }) => ({
      who: nameOf(`${provider}/${data.workerRef}`),
      reflections: [data],
    })),
  ],

  relate: (seen) => {
    const workers = new Map<string, Scores[]>();
    for (const { who, reflections } of seen) {
      const own = workers.get(who) ?? [];
      workers.set(who, own);
      own.push(...reflections);
    }
    return [...workers].map(([who, reflections]) => ({ who, reflections }));
  },

  headline: (seen) => proportionFigure(seen, ({ reflections }) => reflections.length > 0),

  beside: (seen) =>
    Object.fromEntries(
      Object.entries(DIMENSIONS).map(([name, dimension]) => [
        name,
        meanFigure(
          seen.flatMap(({ who, reflections }) =>
            reflections.map((scores) => ({ who, value: scores[dimension] })),
          ),
          'points',
        ),
      ]),
    ),
});

/** The workers of sessions given in the month, each once. */
function workersOf(
  sessions: Parameters<typeof workersSeen>[0],
  provider: string,
  period: Period,
): readonly Seen[] {
  return [...new Set(workersSeen(sessions, provider, period))].map((worker) => ({
    who: nameOf(worker),
    reflections: [],
  }));
}

/** A worker's name among the people, that can be no service user's. */
function nameOf(worker: string): string {
  return `worker ${worker}`;
}
