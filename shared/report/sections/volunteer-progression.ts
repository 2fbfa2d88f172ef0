import type { MeasureWords } from '../measure-words.ts';

export const volunteerProgression: MeasureWords = {
  id: 'volunteer-progression',
  what: 'reached education, training or employment by day 210',
  unit: ['voluntary placement', 'voluntary placements'],
  axis: 'Placements that led to education, training or employment',
};
