import type { MeasureWords } from '../measure-words.ts';

export const womenOnlyAccess: MeasureWords = {
  id: 'women-only-access',
  sheet: 'Women',
  what: 'in treatment in the month attended a women-only group',
  unit: ['woman', 'women'],
  axis: 'Women who attended a women-only group',
};
