import type { MeasureWords } from '../measure-words.ts';

export const aftercareUptake: MeasureWords = {
  id: 'aftercare-uptake',
  sheet: 'Uptake',
  what: 'that were completed led to aftercare within 28 days',
  unit: ['journey', 'journeys'],
  axis: 'Completed journeys with aftercare within 28 days',
  labels: {
    'not-started': 'Completed without an attended session',
    'completed-within-28-days': 'Completed less than 28 days before the end of the month',
  },
};
