import type { MeasureWords } from '../measure-words.ts';

export const referralsOn: MeasureWords = {
  id: 'referrals-on',
  sheet: 'Referrals',
  what: 'that ended in relapse were followed by a referral on',
  unit: ['lapse', 'lapses'],
  axis: 'Relapses with a referral on',
};
