import type { MeasureWords } from '../measure-words.ts';

export const lapseRecovery: MeasureWords = {
  id: 'lapse-recovery',
  sheet: 'Lapses',
  headlineDay: 28,
  headlineCause: 'recovered',
  what: 'of lapses had ended in recovery',
  unit: ['lapse', 'lapses'],
  axis: 'Share of lapses',
  labels: {
    open: 'Still being managed',
    exited: 'Left or died',
    'recovered-of-closed': 'Recovered, of all closed lapses',
    'closed-recovered': 'Lapses closed: recovered',
    'closed-relapsed': 'Lapses closed: relapsed',
    'closed-exited': 'Lapses closed: left or died',
    'moved-on-while-open': 'Moved on as planned while the lapse was open',
    'still-open': 'Lapses still open',
    'days-to-return': 'Median time to return to the groups',
    'sustained-recovery': 'No new lapse within 28 days of return',
    'confirmed-without-record': 'Confirmed lapses without a lapse record within 7 days',
  },
};
