import type { QualityRule } from './quality-rule.ts';
import { lapseOutcomeContradicted } from './rules/lapse-outcome-contradicted.ts';
import { lapseWithoutOutcome } from './rules/lapse-without-outcome.ts';
import { late } from './rules/late.ts';
import { lookAlike } from './rules/look-alike.ts';
import { negativeWait } from './rules/negative-wait.ts';
import { noPlacement } from './rules/no-placement.ts';
import { notStarted } from './rules/not-started.ts';
import { pastPlannedEnd } from './rules/past-planned-end.ts';
import { positiveWithoutLapse } from './rules/positive-without-lapse.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { sessionAfterEnd } from './rules/session-after-end.ts';
import { silence } from './rules/silence.ts';
import { twoPayers } from './rules/two-payers.ts';

/** Everything that is looked for, in the order it is told. */
export const qualityRules: readonly QualityRule[] = [
  noPlacement,
  sessionAfterEnd,
  pastPlannedEnd,
  notStarted,
  silence,
  positiveWithoutLapse,
  lapseWithoutOutcome,
  reviewOverdue,
  lapseOutcomeContradicted,
  negativeWait,
  twoPayers,
  lookAlike,
  late,
];
