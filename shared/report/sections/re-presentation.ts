import type { MeasureWords } from '../measure-words.ts';

export const rePresentation: MeasureWords = {
  id: 're-presentation',
  sheet: 'Returns',
  what: 'that were completed led to another within 6 months',
  unit: ['journey', 'journeys'],
  axis: 'Completed journeys with another within 6 months',
  labels: { 'not-started': 'Completed without an attended session' },
};
