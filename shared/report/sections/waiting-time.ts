import type { MeasureWords } from '../measure-words.ts';

export const waitingTime: MeasureWords = {
  id: 'waiting-time',
  sheet: 'Waiting',
  what: 'began 21 days or less after referral',
  unit: ['journey', 'journeys'],
  axis: 'Journeys begun within 21 days of referral',
  labels: {
    'referred-after-start': 'Referral dated after the first session',
    'days-waited': 'Median wait from referral to the first session',
    'still-waiting': 'People still waiting',
    'still-waiting-over-21': 'Still waiting after more than 21 days',
    'still-waiting-to-21': 'Still waiting, for 21 days or less',
  },
};
