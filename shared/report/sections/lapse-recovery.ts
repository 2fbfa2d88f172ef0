import type { MeasureWords } from '../measure-words.ts';

export const lapseRecovery: MeasureWords = {
  id: 'lapse-recovery',
  sheet: 'Lapses',
  headlineDay: 28,
  headlineCause: 'recovered',
  what: 'of lapses had ended in recovery',
  unit: ['lapse', 'lapses'],
  axis: 'Share of lapses',
};
