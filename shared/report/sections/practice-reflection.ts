import type { MeasureWords } from '../measure-words.ts';

export const practiceReflection: MeasureWords = {
  id: 'practice-reflection',
  sheet: 'Reflection',
  what: 'who gave a session in the month reflected on their practice',
  unit: ['worker', 'workers'],
  axis: 'Workers who reflected on their practice',
  labels: {
    culture: 'Mean score: culture',
    stance: 'Mean score: stance',
    'client-work': 'Mean score: work with clients',
    boundaries: 'Mean score: boundaries',
    mythology: 'Mean score: mythology',
    'self-reflection': 'Mean score: self-reflection',
  },
};
