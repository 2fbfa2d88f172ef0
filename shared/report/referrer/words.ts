import type { AttendanceFacts } from '../../outcomes/reports/attendance-facts.ts';
import type { LapseFacts } from '../../outcomes/reports/lapse-facts.ts';
import type { ToldPlacement } from '../../outcomes/reports/placement-facts.ts';
import type { ReviewFacts } from '../../outcomes/reports/review-facts.ts';
import type { TestFacts, TestOutcome } from '../../outcomes/reports/test-facts.ts';
import type { TopicFacts } from '../../outcomes/reports/topic-facts.ts';
import type { FamilyFacts } from '../../outcomes/reports/family-facts.ts';
import { SUBSTANCE_NAMES } from '../substance-names.ts';

/** The values of records in words for a referrer, who is told of a third person. A value without words is a type error. */

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const SERVICES: Words<ToldPlacement['service']> = {
  'day-programme': 'Day programme',
  aftercare: 'Aftercare',
};

export const GOALS: Words<ToldPlacement['goal']> = {
  abstinence: 'Abstinence: no use',
  reduction: 'Reduction: less use',
  'safer-use': 'Safer use',
};

export const END_REASONS: Words<NonNullable<ToldPlacement['endReason']>> = {
  completed: 'completed',
  transferred: 'transferred to another service',
  'referred-on': 'referred on to another service',
  left: 'the person left',
  withdrawn: 'treatment was withdrawn',
  died: 'the person died',
};

export const KINDS: Words<AttendanceFacts['byKind'][number]['kind']> = {
  group: 'Group',
  'one-to-one': 'One-to-one',
  counselling: 'Counselling',
  family: 'Sessions with or for family',
  'women-only-group': 'Women-only group',
  'offending-behaviour-group': 'Group on offending behaviour',
  'social-literacy': 'Social literacy',
  telephone: 'Telephone support',
  activity: 'Activity',
  'peer-support': 'Peer support',
};

export const SUBSTANCES: Words<LapseFacts['substance']> = {
  ...SUBSTANCE_NAMES,
  other: 'Another substance',
};

export const SAMPLES: Words<TestFacts['matrix']> = {
  urine: 'Urine',
  'oral-fluid': 'Oral fluid',
  breath: 'Breath',
  blood: 'Blood',
  hair: 'Hair',
};

export const TEST_REASONS: Words<TestFacts['reason']> = {
  scheduled: 'Planned',
  lapse: 'After a lapse',
  random: 'At random',
};

export const TEST_OUTCOMES: Words<TestOutcome> = {
  negative: 'Negative',
  positive: 'Positive',
  inconclusive: 'Not clear',
  refused: 'Refused',
  missed: 'Missed',
  excused: 'Excused',
  invalid: 'Sample not valid',
};

export const LAPSE_SOURCES: Words<LapseFacts['source']> = {
  test: 'it showed in a test',
  'self-report': 'the person said so',
  worker: 'the service noticed it',
};

export const TOPICS: Words<TopicFacts['topic'] | FamilyFacts['topics'][number]> = {
  cravings: 'Cravings',
  'drug-dna': 'Drug DNA',
  'lapse-and-relapse': 'Lapse, lapse management and relapse',
  'grief-process': 'The grief process',
  'justifications-and-reasons': 'Justifications and reasons',
  'enabling-and-codependency': 'Enabling and co-dependency',
  'impact-on-family': 'The impact of use on the family',
  'tough-decisions': 'Making tough decisions',
  'managing-change': 'Managing change',
  'fear-and-rejection': 'Fear and rejection',
  'overcoming-blockers': 'Overcoming blockers',
  'education-and-training': 'Education and training',
  'areas-of-interest': 'Areas of interest',
  professionalism: 'Professionalism',
  'using-personal-experience': 'Using personal experience',
  'career-path': 'Career path',
};

export const STAGES: Words<ReviewFacts['stage']> = {
  start: 'At the start',
  review: 'On the way',
  exit: 'At the end',
  'post-exit': 'After the end',
};

export const PROGRESS: Words<NonNullable<ReviewFacts['goalProgress']>> = {
  none: 'none so far',
  some: 'some',
  met: 'the goal is met',
};

export const DECISIONS: Words<NonNullable<ReviewFacts['decision']>> = {
  continue: 'to go on as planned',
  extend: 'to extend the placement',
  complete: 'to complete the placement',
  refer: 'to refer the person to another service',
};
