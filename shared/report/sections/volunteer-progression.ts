import type { MeasureWords } from '../measure-words.ts';

export const volunteerProgression: MeasureWords = {
  id: 'volunteer-progression',
  sheet: 'Volunteers',
  what: 'reached education, training or employment by day 210',
  unit: ['voluntary placement', 'voluntary placements'],
  axis: 'Placements that led to education, training or employment',
  labels: {
    'begun-within-210-days': 'Begun less than 210 days before the end of the month',
    'reached-education-training-employment': 'Reached: education, training or employment',
    'including-self-reported': 'Including self-reported steps',
    'transition-to-placement': 'Placement within 42 days of transition',
    progression: 'From placement to a job or course',
    'progression/progressed': 'Education, training or employment',
    'days-transition-to-placement': 'Median time from transition to placement',
    'days-placement-to-progression': 'Median time from placement to a job or course',
    'family-volunteers': 'Family members who volunteer',
  },
  cautions: {
    progression:
      'These shares follow every placement begun in the twelve months from its first day. The share at day 210 also ' +
      'counts placements not yet followed for 210 days, each for as long as it was, so it differs from the headline.',
  },
  funnel: {
    'reached-transition': 'Transition',
    'reached-voluntary-placement': 'Voluntary placement',
    'reached-education-training-employment': 'Education, training or employment',
  },
};
