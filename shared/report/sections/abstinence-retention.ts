import type { MeasureWords } from '../measure-words.ts';

export const abstinenceRetention: MeasureWords = {
  id: 'abstinence-retention',
  sheet: 'Abstinence',
  headlineDay: 84,
  what: 'going on without a lapse, an unplanned exit or a death',
  unit: ['journey', 'journeys'],
  axis: 'Without a lapse, an unplanned exit or a death',
  labels: {
    'occupancy/open': 'In the programme without a lapse',
    'occupancy/moved-on': 'Moved on as planned without a lapse',
    'occupancy/lapsed': 'Lapsed first',
    'occupancy/left-unplanned': 'Left unplanned first',
    'occupancy/died': 'Died first',
  },
};
