import type { MeasureWords } from '../measure-words.ts';

export const telephoneSupport: MeasureWords = {
  id: 'telephone-support',
  sheet: 'Telephone',
  what: 'in treatment in the month were supported by telephone',
  unit: ['person', 'people'],
  axis: 'People supported by telephone',
};
