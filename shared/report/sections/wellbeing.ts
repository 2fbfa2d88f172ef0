import type { MeasureWords } from '../measure-words.ts';

export const wellbeing: MeasureWords = {
  id: 'wellbeing',
  sheet: 'Wellbeing',
  what: 'change of the rating of quality of life, on a scale from 0 to 20',
  unit: ['journey', 'journeys'],
  axis: 'Change in points',
  labels: {
    'psychological-health': 'Psychological health: mean change',
    'physical-health': 'Physical health: mean change',
    'paid-work-days': 'Days of paid work in 28: mean change',
    'education-days': 'Days of education in 28: mean change',
    'housing-problem-solved': 'Housing problem at the start and none later',
    'housing-problem-new': 'No housing problem at the start and one later',
  },
};
