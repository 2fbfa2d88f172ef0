import type { MeasureWords } from '../measure-words.ts';

export const earlyUnplannedExit: MeasureWords = {
  id: 'early-unplanned-exit',
  sheet: 'Early_exit',
  what: 'ended unplanned before day 84',
  unit: ['journey', 'journeys'],
  axis: 'Journeys that ended unplanned before day 84',
};
