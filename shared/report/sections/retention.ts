import type { MeasureWords } from '../measure-words.ts';

export const retention: MeasureWords = {
  id: 'retention',
  headlineDay: 84,
  what: 'going on without an unplanned exit or a death',
  unit: ['journey', 'journeys'],
  axis: 'Without an unplanned exit or a death',
};
