import type { MeasureWords } from '../measure-words.ts';

export const moduleCoverage: MeasureWords = {
  id: 'module-coverage',
  sheet: 'Topics',
  what: 'had all five topics of the Resonance Factor',
  unit: ['journey', 'journeys'],
  axis: 'Journeys with all five topics',
  labels: {
    'topic-cravings': 'Topic: cravings',
    'topic-drug-dna': 'Topic: drug DNA',
    'topic-lapse-and-relapse': 'Topic: lapse and relapse',
    'topic-grief-process': 'Topic: the grief process',
    'topic-justifications-and-reasons': 'Topic: justifications and reasons',
  },
};
