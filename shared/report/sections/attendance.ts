import type { MeasureWords } from '../measure-words.ts';

export const attendance: MeasureWords = {
  id: 'attendance',
  drawsTrend: true,
  sheet: 'Attendance',
  what: 'due in the month were attended',
  unit: ['session', 'sessions'],
  axis: 'Sessions attended',
  labels: {
    'median-of-people': 'Median of each person’s own share',
  },
};
