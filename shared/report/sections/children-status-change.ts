import type { MeasureWords } from '../measure-words.ts';

export const childrenStatusChange: MeasureWords = {
  id: 'children-status-change',
  sheet: 'Children',
  what: 'ended with children who need less protection',
  unit: ['journey of a parent', 'journeys of parents'],
  axis: 'Journeys of parents whose children need less protection',
  labels: {
    parents: 'Parents’ journeys with both reviews',
    better: 'Children need less protection',
    same: 'Children need the same protection',
    worse: 'Children need more protection',
    'returned-to-parent': 'Looked after at the start, living with the parent later',
  },
};
