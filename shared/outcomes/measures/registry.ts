import type { Measure } from '../measure.ts';
import { abstinenceRetention } from './abstinence-retention.ts';
import { familyEngagement } from './family-engagement.ts';
import { lapseRecovery } from './lapse-recovery.ts';
import { retention } from './retention.ts';
import { volunteerProgression } from './volunteer-progression.ts';

/** Every measure, in the order of the pack. Adding one is its file and its name here. */
export const measures: readonly Measure[] = [
  abstinenceRetention,
  lapseRecovery,
  familyEngagement,
  volunteerProgression,
  retention,
];
