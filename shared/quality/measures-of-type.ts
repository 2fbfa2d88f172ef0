import type { RecordTypeName } from '../records/registry.ts';

/** Measures that are made of sessions: who starts, who comes, what is delivered. */
const SESSIONS = [
  'abstinence-retention',
  'retention',
  'lapse-recovery',
  'family-engagement',
  'caseload',
  'delivery',
  'early-unplanned-exit',
  'effective-treatment',
  'waiting-time',
  'attendance',
  'lapse-intensity',
  'module-coverage',
  'worker-variety',
  'evening-weekend',
  'women-only-access',
  'telephone-support',
  'counselling-access',
];

const REVIEWS = [
  'positive-change',
  'substance-change',
  'wellbeing',
  'children-status-change',
  'goal-progress',
  'intervention-outcome',
  'review-completeness',
];

/** The ids of the measures that records of each type go into. */
export const MEASURES_OF_TYPE: Readonly<Record<RecordTypeName, readonly string[]>> = {
  placement: [
    ...SESSIONS,
    ...REVIEWS,
    'volunteer-progression',
    'programme-completion',
    're-presentation',
    'testing-compliance',
    'aftercare-uptake',
    'aftercare-abstinence',
    'referrer-reports',
    'practice-reflection',
    'referrals-on',
  ],
  session: [...SESSIONS, 'practice-reflection'],
  test: [
    'abstinence-retention',
    'lapse-recovery',
    'testing-compliance',
    'lapse-intensity',
    'aftercare-abstinence',
  ],
  lapse: [
    'abstinence-retention',
    'lapse-recovery',
    'lapse-intensity',
    'aftercare-abstinence',
    'referrals-on',
  ],
  milestone: ['volunteer-progression'],
  review: REVIEWS,
  reflection: ['practice-reflection'],
};
