import type { RowName, TrialFiles, TrialRow } from './trial-rows.ts';

/** Treatment that somebody was randomised to, in days from consent. */
export type Phase = {
  readonly number: '1' | '2';
  readonly startDay: number;
  /** The day on which all weeks of its plan, follow-up after medication too, have passed. */
  readonly plannedEndDay: number;
  /** The day on which the weeks with medication have passed. */
  readonly medicatedToDay: number;
  readonly treatment: string;
  readonly rows: readonly RowName[];
};

/**
 * The phases that somebody was randomised to, in order. Only CTN-0030 has two; where a second randomisation repeats
 * the first, as in the other trials, it is the same phase.
 */
export function phasesOf(
  randomisations: readonly TrialRow<'randomization'>[],
  project: TrialRow<'everybody'>['project'],
  plan: TrialFiles['meta_study_length'],
): Phase[] {
  const inOrder = randomisations.toSorted((a, b) => Number(a.which) - Number(b.which));
  const byPhase = Map.groupBy(inOrder, ({ which }) => (project === '30' ? which : '1'));
  return [...byPhase].flatMap(([number, rows]) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { treatment, when: startDay } = first;
    const stages = plan.filter(
      (stage) => stage.project === project && stage.treatment === treatment && stage.phase === number,
    );
    const medicated = stages.filter(({ description }) => description !== 'Post-medication follow-up');
    return [
      {
        ...{ number, startDay, treatment, rows: rows.map(({ row }) => row) },
        plannedEndDay: startDay + daysOf(stages),
        medicatedToDay: startDay + daysOf(medicated),
      },
    ];
  });
}

function daysOf(stages: TrialFiles['meta_study_length']): number {
  return stages.reduce((days, { weeks }) => days + weeks * 7, 0);
}
