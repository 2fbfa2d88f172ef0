import type { MeasureWords } from '../measure-words.ts';

export const programmeCompletion: MeasureWords = {
  id: 'programme-completion',
  sheet: 'Completion',
  what: 'that ended were completed',
  unit: ['journey', 'journeys'],
  axis: 'Ended journeys that were completed',
  labels: {
    'not-started': 'Ended without an attended session',
    ended: 'Journeys that ended',
    'ended-completed': 'Ended: completed',
    'ended-transferred': 'Ended: transferred',
    'ended-referred-on': 'Ended: referred on',
    'ended-left': 'Ended: left',
    'ended-withdrawn': 'Ended: withdrawn',
    'ended-died': 'Ended: died',
  },
};
