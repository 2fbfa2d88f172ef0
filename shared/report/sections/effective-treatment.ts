import type { MeasureWords } from '../measure-words.ts';

export const effectiveTreatment: MeasureWords = {
  id: 'effective-treatment',
  sheet: 'Effective',
  what: 'lasted 84 days or were completed sooner',
  unit: ['journey', 'journeys'],
  axis: 'Journeys of 84 days, or completed sooner',
};
