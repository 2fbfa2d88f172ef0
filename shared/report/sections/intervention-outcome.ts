import type { MeasureWords } from '../measure-words.ts';

export const interventionOutcome: MeasureWords = {
  id: 'intervention-outcome',
  sheet: 'Interventions',
  what: 'with an intervention reached its aim',
  unit: ['journey', 'journeys'],
  axis: 'Journeys that reached their intervention’s aim',
  labels: {
    'not-started': 'Ended without an attended session',
    'referred-within-21-days': 'Referred less than 21 days before the end of the month',
    recovery: 'Recovery: other support at exit',
    crisis: 'Crisis: began after referral',
    closure: 'Closure: three family sessions or more',
  },
};
