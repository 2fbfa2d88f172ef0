import type { Measure } from '../measure.ts';
import { abstinenceRetention } from './abstinence-retention.ts';
import { aftercareAbstinence } from './aftercare-abstinence.ts';
import { aftercareUptake } from './aftercare-uptake.ts';
import { attendance } from './attendance.ts';
import { caseload } from './caseload.ts';
import { childrenStatusChange } from './children-status-change.ts';
import { counsellingAccess } from './counselling-access.ts';
import { dataQuality } from './data-quality.ts';
import { delivery } from './delivery.ts';
import { earlyUnplannedExit } from './early-unplanned-exit.ts';
import { effectiveTreatment } from './effective-treatment.ts';
import { eveningWeekend } from './evening-weekend.ts';
import { familyEngagement } from './family-engagement.ts';
import { interventionOutcome } from './intervention-outcome.ts';
import { lapseIntensity } from './lapse-intensity.ts';
import { goalProgress } from './goal-progress.ts';
import { lapseRecovery } from './lapse-recovery.ts';
import { moduleCoverage } from './module-coverage.ts';
import { positiveChange } from './positive-change.ts';
import { practiceReflection } from './practice-reflection.ts';
import { programmeCompletion } from './programme-completion.ts';
import { rePresentation } from './re-presentation.ts';
import { referralsOn } from './referrals-on.ts';
import { referrerReports } from './referrer-reports.ts';
import { retention } from './retention.ts';
import { reviewCompleteness } from './review-completeness.ts';
import { substanceChange } from './substance-change.ts';
import { telephoneSupport } from './telephone-support.ts';
import { testingCompliance } from './testing-compliance.ts';
import { volunteerProgression } from './volunteer-progression.ts';
import { waitingTime } from './waiting-time.ts';
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
  programmeCompletion,
  earlyUnplannedExit,
  effectiveTreatment,
  waitingTime,
  rePresentation,
  attendance,
  testingCompliance,
  lapseIntensity,
  moduleCoverage,
  workerVariety,
  eveningWeekend,
  womenOnlyAccess,
  telephoneSupport,
  counsellingAccess,
  aftercareUptake,
  aftercareAbstinence,
  positiveChange,
  substanceChange,
  wellbeing,
  childrenStatusChange,
  goalProgress,
  interventionOutcome,
  reviewCompleteness,
  referrerReports,
  practiceReflection,
  referralsOn,
  dataQuality,
];
