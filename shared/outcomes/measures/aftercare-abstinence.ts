import { dimensionsOf } from '../dimensions.ts';
import { caresOf } from '../lapses/care.ts';
import { measure } from '../measure.ts';
import { abstinenceFigures, type AbstinenceSeen, abstinenceSpells } from '../retention/abstinence.ts';

export const aftercareAbstinence = measure<AbstinenceSeen>({
  id: 'aftercare-abstinence',
  revision: 2,
  title: 'Abstinence in aftercare',
  question: 'Of people who go on to aftercare, what share go on without a lapse or an unplanned exit?',
  numerator:
    'Placements in aftercare that go on, up to and including the day, without a confirmed lapse, an unplanned exit or a death. A lapse is confirmed by an unexplained positive test (not hair), by a refused test that no negative one (not hair) follows within 7 days, or by the opening of a lapse.',
  denominator:
    'Placements in aftercare towards abstinence whose first day lies in the 12 months to the month’s last day, each followed from that day on its own. Those that end as planned, are transferred or are referred on without a lapse are followed until then; the others until the month’s last day.',
  method: 'Kaplan–Meier, log-log 95% interval (Greenwood); beside it Aalen–Johansen shares that add up.',
  direction: 'up',
  span: 'window',
  lookBackDays: 366,

  observe: (history, period) =>
    caresOf(history)
      .filter(
        ({ first: { data, startDay } }) =>
          data.service === 'aftercare' && data.goal === 'abstinence' && startDay >= period.windowFirstDay,
      )
      .map((care) => ({
        who: history.who,
        dimensions: dimensionsOf(history.provider, care.first),
        spells: abstinenceSpells(history, care, care.first.startDay, period),
      })),

  ...abstinenceFigures('placements'),
});
