import type { Measure } from '../measure.ts';
import { abstinenceRetention } from './abstinence-retention.ts';
import { attendance } from './attendance.ts';
import { caseload } from './caseload.ts';
import { childrenStatusChange } from './children-status-change.ts';
import { counsellingAccess } from './counselling-access.ts';
import { delivery } from './delivery.ts';
import { eveningWeekend } from './evening-weekend.ts';
import { familyEngagement } from './family-engagement.ts';
import { goalProgress } from './goal-progress.ts';
import { lapseRecovery } from './lapse-recovery.ts';
import { moduleCoverage } from './module-coverage.ts';
import { positiveChange } from './positive-change.ts';
import { practiceReflection } from './practice-reflection.ts';
import { referrerReports } from './referrer-reports.ts';
import { retention } from './retention.ts';
import { reviewCompleteness } from './review-completeness.ts';
import { substanceChange } from './substance-change.ts';
import { telephoneSupport } from './telephone-support.ts';
import { testingCompliance } from './testing-compliance.ts';
import { volunteerProgression } from './volunteer-progression.ts';
import { wellbeing } from './wellbeing.ts';
import { womenOnlyAccess } from './women-only-access.ts';
import { workerVariety } from './worker-variety.ts';

/** Every measure, in the order of the pack. Adding one is its file and its name here. */
export const measures: readonly Measure[] = [
  abstinenceRetention,
  lapseRecovery,
  familyEngagement,
  volunteerProgression,
  retention,
  caseload,
  delivery,
  attendance,
  testingCompliance,
  moduleCoverage,
  workerVariety,
  eveningWeekend,
  womenOnlyAccess,
  telephoneSupport,
  counsellingAccess,
  positiveChange,
  substanceChange,
  wellbeing,
  childrenStatusChange,
  goalProgress,
  reviewCompleteness,
  referrerReports,
  practiceReflection,
];
