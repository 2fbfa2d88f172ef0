import type { MeasureWords } from '../measure-words.ts';

export const reviewCompleteness: MeasureWords = {
  id: 'review-completeness',
  sheet: 'Reviews',
  what: 'had a start review within 14 days of the first attended session',
  unit: ['journey', 'journeys'],
  axis: 'Journeys with a start review in time',
  labels: { 'later-review': 'A later review 28 to 182 days after the first attended session' },
};
