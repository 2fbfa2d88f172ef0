import type { MeasureWords } from '../measure-words.ts';

export const caseload: MeasureWords = {
  id: 'caseload',
  sheet: 'Caseload',
  what: 'were in treatment in the month',
  unit: ['person', 'people'],
  axis: 'People in treatment',
  labels: {
    referred: 'Referred in the month',
    waiting: 'Waiting at the end of the month',
    started: 'Started in the month',
    're-opened': 'Re-opened in the month',
    exits: 'Ended in the month',
    'exits-completed': 'Ended: completed',
    'exits-transferred': 'Ended: transferred',
    'exits-referred-on': 'Ended: referred on',
    'exits-left': 'Ended: left',
    'exits-withdrawn': 'Ended: withdrawn',
    'exits-died': 'Ended: died',
    'ended-not-started': 'Ended without a start',
  },
};
