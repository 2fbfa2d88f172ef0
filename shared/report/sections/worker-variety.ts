import type { MeasureWords } from '../measure-words.ts';

export const workerVariety: MeasureWords = {
  id: 'worker-variety',
  sheet: 'Workers',
  what: 'had their last one-to-ones given by three workers or more',
  unit: ['journey', 'journeys'],
  axis: 'Journeys with three workers or more',
  labels: {
    'chance-of-another-worker': 'Median chance that two one-to-ones have different workers',
  },
};
