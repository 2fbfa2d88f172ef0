import type { MeasureWords } from '../measure-words.ts';

export const counsellingAccess: MeasureWords = {
  id: 'counselling-access',
  sheet: 'Counselling',
  what: 'in treatment in the month had counselling',
  unit: ['person', 'people'],
  axis: 'People who had counselling',
};
