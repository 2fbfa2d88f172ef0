import type { MeasureWords } from '../measure-words.ts';

export const goalProgress: MeasureWords = {
  id: 'goal-progress',
  sheet: 'Goals',
  what: 'had met their goal or come nearer to it at the last review',
  unit: ['journey reviewed', 'journeys reviewed'],
  axis: 'Journeys with progress towards the goal',
  labels: { 'goal-met': 'Goal met' },
};
