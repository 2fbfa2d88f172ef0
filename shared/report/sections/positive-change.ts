import type { MeasureWords } from '../measure-words.ts';

export const positiveChange: MeasureWords = {
  id: 'positive-change',
  sheet: 'Change',
  what: 'show a reliable improvement, with no more injecting or sharing',
  unit: ['journey', 'journeys'],
  axis: 'Journeys with a reliable improvement',
  labels: {
    'any-change': 'Any improvement, however small',
    'injecting-or-sharing-worse': 'Journeys with more injecting or new sharing',
  },
};
