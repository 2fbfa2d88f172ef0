import type { MeasureWords } from '../measure-words.ts';

export const referrerReports: MeasureWords = {
  id: 'referrer-reports',
  sheet: 'Reports',
  what: 'were issued within 10 working days',
  unit: ['report due', 'reports due'],
  axis: 'Reports issued in time',
};
