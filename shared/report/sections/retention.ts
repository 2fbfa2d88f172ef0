import type { MeasureWords } from '../measure-words.ts';

export const retention: MeasureWords = {
  id: 'retention',
  title: 'Retention (reduced or safer use)',
  sheet: 'Retention',
  headlineDay: 84,
  what: 'going on without an unplanned exit or a death',
  unit: ['journey', 'journeys'],
  axis: 'Without an unplanned exit or a death',
};
