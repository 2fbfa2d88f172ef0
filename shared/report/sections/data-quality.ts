import type { MeasureWords } from '../measure-words.ts';

export const dataQuality: MeasureWords = {
  id: 'data-quality',
  sheet: 'Quality',
  what: 'in treatment in the month have records with nothing to correct',
  unit: ['person', 'people'],
  axis: 'People with nothing to correct',
  labels: {
    'past-planned-end': 'Placement past its planned end',
    silence: 'No session attended or test provided for 28 days',
    'session-after-end': 'Session when no placement was open',
    'positive-without-lapse': 'Positive test without a lapse',
    'lapse-without-outcome': 'Lapse open for 28 days or more',
    'review-overdue': 'Review overdue',
    'lapse-outcome-contradicted': 'Outcome of a lapse contradicted',
  },
};
