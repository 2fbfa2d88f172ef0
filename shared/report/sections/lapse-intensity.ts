import type { MeasureWords } from '../measure-words.ts';

export const lapseIntensity: MeasureWords = {
  id: 'lapse-intensity',
  sheet: 'Intensity',
  what: 'one-to-ones attended while a lapse was open',
  unit: ['lapse', 'lapses'],
  axis: 'One-to-ones a person-week',
  labels: {
    'one-to-ones-before': 'One-to-ones attended, before the lapse',
    'tests-in-lapse': 'Tests provided, while a lapse was open',
    'tests-before': 'Tests provided, before the lapse',
    'lapses-left-out': 'Lapses left out: less than 7 days before them',
  },
};
