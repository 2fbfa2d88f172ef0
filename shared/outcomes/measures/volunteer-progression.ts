import type { CohortUnit } from '../cohort.ts';
import { dimensionsOf } from '../dimensions.ts';
import { countedFigure, countFigure } from '../figures/count-figure.ts';
import { counted } from '../figures/counted.ts';
import { incidenceFigure } from '../figures/incidence-figure.ts';
import { medianFigure } from '../figures/median-figure.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import type { Spell } from '../figures/spell.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { yearTo } from '../period.ts';
import {
  firstsOf,
  MATURE_DAYS,
  voluntaryPlacements,
  type VoluntaryPlacement,
} from '../volunteering/pathway.ts';

/** How soon after the start of transition a voluntary placement should begin, in days. */
const TRANSITION_DAYS = 42;

/** The stages of the funnel and the steps that reach them; voluntary work elsewhere is shown beside them. */
const STAGES = [
  { stage: 'transition', steps: ['transition-started'] },
  { stage: 'voluntary-placement', steps: ['voluntary-placement-started'] },
  { stage: 'voluntary-placement-completed', steps: ['voluntary-placement-completed'] },
  {
    stage: 'education-training-employment',
    steps: ['education-started', 'training-started', 'employment-started'],
  },
  { stage: 'external-voluntary-work', steps: ['external-voluntary-work-started'] },
] as const;

type Seen = Observation & {
  readonly voluntary?: VoluntaryPlacement;
  /** A start of transition, whether it is old enough, and whether a voluntary placement began in time. */
  readonly transition?: { readonly matured: boolean; readonly converted: boolean };
  /** A stage reached in the window. */
  readonly reached?: { readonly stage: string; readonly verified: boolean };
  readonly familyVolunteer?: { readonly verified: boolean };
};

export const volunteerProgression = measure<Seen>({
  id: 'volunteer-progression',
  revision: 1,
  title: 'Volunteer progression',
  question: 'Does aftercare lead on?',
  numerator:
    'Of these, those whose volunteer had started education, training or employment, verified, by day 210. Leaving early for a job or a course is success; voluntary work elsewhere is not counted as employment.',
  denominator:
    'Voluntary placements of service users begun 210 days (26 weeks and 28 days) or more before the month’s last day, in the 12 months that end then.',
  method: 'Proportion, Wilson 95% interval.',
  direction: 'up',
  span: 'window',
  // A year of starts that end 210 days ago, each of which may belong to a placement that ended up to a year before.
  lookBackDays: MATURE_DAYS + 366 + 365,

  observe: (history, period) => {
    const { who, provider, milestones, placements } = history;
    const { windowFirstDay, lastDay } = period;
    const voluntary = voluntaryPlacements(history).map((one): Seen => {
      const placement = one.placement ?? placements.at(-1);
      return placement === undefined
        ? { who, voluntary: one }
        : { who, voluntary: one, dimensions: dimensionsOf(provider, placement) };
    });
    const starts = firstsOf(milestones, 'voluntary-placement-started');
    const transitions = firstsOf(milestones, 'transition-started')
      .filter(({ day }) => day >= yearTo(lastDay - TRANSITION_DAYS))
      .map(({ day }) => ({
        who,
        transition: {
          matured: day <= lastDay - TRANSITION_DAYS,
          converted: starts.some((start) => start.day >= day && start.day - day <= TRANSITION_DAYS),
        },
      }));
    const reached = stagesOf(milestones.filter(({ day }) => day >= windowFirstDay).map(({ data }) => data));
    return [...voluntary, ...transitions, ...reached.map((stage) => ({ who, reached: stage }))];
  },

  observeUnattached: ({ milestones }, { windowFirstDay }) => {
    const starts = milestones.filter(
      ({ day, data }) => day >= windowFirstDay && data.step === 'voluntary-placement-started',
    );
    return starts.map(({ provider, data }) => ({
      who: `${provider}/${data.familyRef ?? ''}`,
      familyVolunteer: { verified: data.evidence === 'verified' },
    }));
  },

  headline: (seen, period) => {
    const voluntary = voluntaryOf(seen);
    const lastStart = period.lastDay - MATURE_DAYS;
    const matured = voluntary.filter(({ startDay }) => inYearTo(lastStart, startDay));
    return proportionFigure(matured, (one) => byDay(one, one.progressedDay), {
      provisional: matured.some(mayChange),
      excluded: {
        'begun-within-210-days': counted(voluntary.filter(({ startDay }) => startDay > lastStart)),
      },
    });
  },

  beside: (seen, period) => {
    const { windowFirstDay, lastDay } = period;
    const voluntary = voluntaryOf(seen);
    const matured = voluntary.filter(({ startDay }) => inYearTo(lastDay - MATURE_DAYS, startDay));
    const transitions = seen.flatMap(({ who, transition }) =>
      transition === undefined ? [] : [{ who, ...transition }],
    );
    const recent = voluntary.filter(({ startDay }) => startDay >= windowFirstDay);
    return {
      'including-self-reported': proportionFigure(
        matured,
        (one) => byDay(one, one.progressedDay) || byDay(one, one.reportedDay),
        { provisional: matured.some((one) => !one.verified || one.reportedDay !== undefined) },
      ),
      'transition-to-placement': proportionFigure(
        transitions.filter((one) => one.matured),
        ({ converted }) => converted,
        { excluded: { 'begun-within-42-days': counted(transitions.filter((one) => !one.matured)) } },
      ),
      progression: incidenceFigure(
        recent.map((one) => spellOf(one, lastDay)),
        {
          unit: 'placements',
          days: [91, 182, MATURE_DAYS],
          headlineDay: MATURE_DAYS,
          causes: ['progressed', 'dropped-out'],
        },
      ),
      'days-transition-to-placement': medianFigure(
        recent.flatMap(({ who, startDay, transitionDay }) =>
          transitionDay === undefined ? [] : [{ who, days: startDay - transitionDay }],
        ),
      ),
      'days-placement-to-progression': medianFigure(
        voluntary.flatMap(({ who, startDay, progressedDay }) =>
          progressedDay === undefined || progressedDay < windowFirstDay
            ? []
            : [{ who, days: progressedDay - startDay }],
        ),
      ),
      ...funnelOf(seen),
      'family-volunteers': familyVolunteers(seen),
    };
  },

  cohort: {
    every: 'quarter',
    title:
      'Voluntary placements whose day 210 fell in the period: share that had led to education, training or employment, verified, by then',
    units: (seen) =>
      seen.flatMap(({ who, dimensions, voluntary }): CohortUnit[] => {
        if (voluntary === undefined) return [];
        return [
          {
            who,
            ...(dimensions === undefined ? {} : { dimensions }),
            day: voluntary.startDay + MATURE_DAYS,
            passes: byDay(voluntary, voluntary.progressedDay),
            provisional: mayChange(voluntary),
          },
        ];
      }),
  },
});

function inYearTo(lastStart: number, day: number): boolean {
  return day <= lastStart && day >= yearTo(lastStart);
}

function byDay({ startDay }: VoluntaryPlacement, day: number | undefined): boolean {
  return day !== undefined && day - startDay <= MATURE_DAYS;
}

/** Whether its start, or a step that would be success, is only self-reported. */
function mayChange(one: VoluntaryPlacement): boolean {
  return !one.verified || (!byDay(one, one.progressedDay) && byDay(one, one.reportedDay));
}

function voluntaryOf(seen: readonly Seen[]): (VoluntaryPlacement & { readonly who: string })[] {
  return seen.flatMap(({ who, voluntary }) => (voluntary === undefined ? [] : [{ who, ...voluntary }]));
}

function spellOf(
  { who, startDay, progressedDay, droppedOutDay, verified }: VoluntaryPlacement & { readonly who: string },
  lastDay: number,
): Spell {
  const provisional = !verified;
  const until = (day: number, end: string | undefined): Spell => ({
    who,
    time: Math.max(1, day - startDay),
    end,
    provisional,
  });
  if (droppedOutDay !== undefined) return until(droppedOutDay, 'dropped-out');
  if (progressedDay !== undefined) return until(progressedDay, 'progressed');
  return until(lastDay, undefined);
}

function stagesOf(
  milestones: readonly { readonly step: string; readonly evidence: string }[],
): NonNullable<Seen['reached']>[] {
  return STAGES.flatMap(({ stage, steps }) => {
    const some = milestones.filter(({ step }) => steps.some((one) => one === step));
    if (some.length === 0) return [];
    return [{ stage, verified: some.some(({ evidence }) => evidence === 'verified') }];
  });
}

/** How many people reached each stage in the window; provisional where one of them is only self-reported. */
function funnelOf(seen: readonly Seen[]) {
  return Object.fromEntries(
    STAGES.map(({ stage }) => {
      const some = seen.filter(({ reached }) => reached?.stage === stage);
      const provisional = some.some(({ reached }) => reached?.verified === false);
      return [`reached-${stage}`, countFigure(some, { provisional })];
    }),
  );
}

function familyVolunteers(seen: readonly Seen[]) {
  const volunteers = seen.filter(({ familyVolunteer }) => familyVolunteer !== undefined);
  const people = new Set(volunteers.map(({ who }) => who)).size;
  const provisional = volunteers.some(({ familyVolunteer }) => familyVolunteer?.verified === false);
  return countedFigure({ count: people, people }, provisional ? ['p'] : []);
}
