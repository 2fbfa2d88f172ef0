import type { MeasureWords } from '../measure-words.ts';

export const abstinenceRetention: MeasureWords = {
  id: 'abstinence-retention',
  sheet: 'Abstinence',
  headlineDay: 84,
  what: 'going on without a lapse, an unplanned exit or a death',
  unit: ['journey', 'journeys'],
  axis: 'Without a lapse, an unplanned exit or a death',
};
