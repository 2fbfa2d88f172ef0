import type { MeasureResult, OutcomeDocument } from '../outcomes/document.ts';
import type { MeasureWords } from './measure-words.ts';
import { abstinenceRetention } from './sections/abstinence-retention.ts';
import { familyEngagement } from './sections/family-engagement.ts';
import { lapseRecovery } from './sections/lapse-recovery.ts';
import { retention } from './sections/retention.ts';
import { volunteerProgression } from './sections/volunteer-progression.ts';

/** The measures of the summary page, in the reader's order. */
export const headlineMeasures: readonly MeasureWords[] = [
  abstinenceRetention,
  lapseRecovery,
  familyEngagement,
  volunteerProgression,
];

/** Further measures with wording of their own. */
export const wordedMeasures: readonly MeasureWords[] = [retention];

/** The measures after the headlines, in the document's order, those without wording of their own in common words. */
export function furtherMeasures(document: OutcomeDocument): MeasureWords[] {
  return Object.entries(document.measures)
    .filter(([id]) => !headlineMeasures.some((words) => words.id === id))
    .map(([id, result]) => wordedMeasures.find((words) => words.id === id) ?? commonWords(id, result));
}

const COMMON: Record<MeasureResult['kind'], Omit<MeasureWords, 'id'>> = {
  survival: {
    what: 'going on without one of the events counted',
    unit: ['journey', 'journeys'],
    axis: 'Without an event',
  },
  incidence: { what: 'had reached the first outcome', unit: ['journey', 'journeys'], axis: 'Share' },
  proportion: { what: 'are counted', unit: ['person or thing', 'people or things'], axis: 'Share' },
};

const commonWords = (id: string, result: MeasureResult): MeasureWords => ({ id, ...COMMON[result.kind] });
