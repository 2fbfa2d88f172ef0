import type { MeasureResult, OutcomeDocument } from '../outcomes/document.ts';
import type { MeasureWords } from './measure-words.ts';
import { abstinenceRetention } from './sections/abstinence-retention.ts';
import { aftercareAbstinence } from './sections/aftercare-abstinence.ts';
import { aftercareUptake } from './sections/aftercare-uptake.ts';
import { attendance } from './sections/attendance.ts';
import { caseload } from './sections/caseload.ts';
import { childrenStatusChange } from './sections/children-status-change.ts';
import { counsellingAccess } from './sections/counselling-access.ts';
import { dataQuality } from './sections/data-quality.ts';
import { delivery } from './sections/delivery.ts';
import { earlyUnplannedExit } from './sections/early-unplanned-exit.ts';
import { effectiveTreatment } from './sections/effective-treatment.ts';
import { eveningWeekend } from './sections/evening-weekend.ts';
import { familyEngagement } from './sections/family-engagement.ts';
import { interventionOutcome } from './sections/intervention-outcome.ts';
import { lapseIntensity } from './sections/lapse-intensity.ts';
import { goalProgress } from './sections/goal-progress.ts';
import { lapseRecovery } from './sections/lapse-recovery.ts';
import { moduleCoverage } from './sections/module-coverage.ts';
import { positiveChange } from './sections/positive-change.ts';
import { practiceReflection } from './sections/practice-reflection.ts';
import { programmeCompletion } from './sections/programme-completion.ts';
import { rePresentation } from './sections/re-presentation.ts';
import { referralsOn } from './sections/referrals-on.ts';
import { referrerReports } from './sections/referrer-reports.ts';
import { retention } from './sections/retention.ts';
import { reviewCompleteness } from './sections/review-completeness.ts';
import { substanceChange } from './sections/substance-change.ts';
import { telephoneSupport } from './sections/telephone-support.ts';
import { testingCompliance } from './sections/testing-compliance.ts';
import { volunteerProgression } from './sections/volunteer-progression.ts';
import { waitingTime } from './sections/waiting-time.ts';
import { wellbeing } from './sections/wellbeing.ts';
import { womenOnlyAccess } from './sections/women-only-access.ts';
import { workerVariety } from './sections/worker-variety.ts';

/** The measures of the summary page, in the reader's order. */
export const headlineMeasures: readonly MeasureWords[] = [
  abstinenceRetention,
  lapseRecovery,
  familyEngagement,
  volunteerProgression,
];

/** Further measures with wording of their own. */
export const wordedMeasures: readonly MeasureWords[] = [
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

/** Measures that are printed in full, with chart, groups and sheets of their own; the others are printed shortly. */
const inFull: readonly MeasureWords[] = [...headlineMeasures, retention];

export const isInFull = ({ id }: MeasureWords): boolean => inFull.some((words) => words.id === id);

const worded = new Map([...headlineMeasures, ...wordedMeasures].map((words) => [words.id, words]));

/** The wording of a measure of its own, if it has one. */
export const wordsOf = (id: string): MeasureWords | undefined => worded.get(id);

/** The measures after the headlines, in the document's order, those without wording of their own in common words. */
export function furtherMeasures(document: OutcomeDocument): MeasureWords[] {
  return Object.entries(document.measures)
    .filter(([id]) => !headlineMeasures.some((words) => words.id === id))
    .map(([id, result]) => wordsOf(id) ?? commonWords(id, result));
}

const COMMON: Record<MeasureResult['kind'], Omit<MeasureWords, 'id'>> = {
  survival: {
    what: 'going on without one of the events counted',
    unit: ['journey', 'journeys'],
    axis: 'Without an event',
  },
  incidence: { what: 'had reached the first outcome', unit: ['journey', 'journeys'], axis: 'Share' },
  proportion: { what: 'meet the definition', unit: ['case', 'cases'], axis: 'Share' },
  count: { what: 'counted', unit: ['case', 'cases'], axis: 'Number' },
  mean: { what: 'the mean of what is measured', unit: ['value', 'values'], axis: 'Mean' },
  rate: { what: 'events', unit: ['event', 'events'], axis: 'Events a person-week' },
};

const commonWords = (id: string, result: MeasureResult): MeasureWords => ({ id, ...COMMON[result.kind] });
