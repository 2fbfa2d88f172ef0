import type { MeasureWords } from '../measure-words.ts';

export const testingCompliance: MeasureWords = {
  id: 'testing-compliance',
  sheet: 'Testing',
  what: 'due in the month were provided',
  unit: ['test', 'tests'],
  axis: 'Tests provided',
  labels: {
    positivity: 'Provided tests with an unexplained positive',
  },
};
