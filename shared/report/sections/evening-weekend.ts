import type { MeasureWords } from '../measure-words.ts';

export const eveningWeekend: MeasureWords = {
  id: 'evening-weekend',
  sheet: 'Evenings',
  what: 'attended in the month began in the evening or at a weekend',
  unit: ['session', 'sessions'],
  axis: 'Sessions in the evening or at a weekend',
};
