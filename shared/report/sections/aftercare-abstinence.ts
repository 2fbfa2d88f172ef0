import type { MeasureWords } from '../measure-words.ts';

export const aftercareAbstinence: MeasureWords = {
  id: 'aftercare-abstinence',
  sheet: 'Aftercare',
  headlineDay: 84,
  what: 'going on in aftercare without a lapse, an unplanned exit or a death',
  unit: ['placement in aftercare', 'placements in aftercare'],
  axis: 'Without a lapse, an unplanned exit or a death',
  labels: {
    occupancy: 'Where people are after starting aftercare',
    'occupancy/open': 'In aftercare without a lapse',
    'occupancy/moved-on': 'Moved on as planned without a lapse',
    'occupancy/lapsed': 'Lapsed first',
    'occupancy/left-unplanned': 'Left unplanned first',
    'occupancy/died': 'Died first',
  },
};
