import type { RecordData } from '../../records/registry.ts';
import type { Fact } from '../person-history.ts';

/**
 * What of a review its referrer is told. How somebody injects, whether equipment was shared, and the status of
 * children at that time are not.
 */
export type ReviewFacts = Pick<
  RecordData['review'],
  | 'reviewedOn'
  | 'stage'
  | 'daysUsed'
  | 'psychologicalHealth'
  | 'physicalHealth'
  | 'qualityOfLife'
  | 'housingProblem'
  | 'paidWorkDays'
  | 'educationDays'
  | 'goalProgress'
  | 'decision'
>;

/** A review as its referrer is told it. */
export function reviewFacts({ data }: Fact<'review'>): ReviewFacts {
  const { reviewedOn, stage, daysUsed, psychologicalHealth, physicalHealth, qualityOfLife } = data;
  const { housingProblem, paidWorkDays, educationDays, goalProgress, decision } = data;
  return {
    ...{ reviewedOn, stage, daysUsed, psychologicalHealth, physicalHealth, qualityOfLife },
    ...{ housingProblem, paidWorkDays, educationDays, goalProgress, decision },
  };
}
