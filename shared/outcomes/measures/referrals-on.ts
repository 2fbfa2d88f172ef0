import { dayOf } from '../../records/london.ts';
import { dimensionsOf } from '../dimensions.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { caresOf } from '../lapses/care.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';

type Seen = Observation & { readonly referred: boolean };

export const referralsOn = measure<Seen>({
  id: 'referrals-on',
  revision: 1,
  title: 'Referrals on after relapse',
  question: 'When a lapse ends in relapse, is the person referred on?',
  numerator: 'Of these lapses, those whose record names whom the person was referred to.',
  denominator:
    'Lapses recorded as ended in relapse in the 12 months to the month’s last day that had opened while the person was in the programme or in aftercare. One that is only taken to have ended so, because the journey ended as referred on, is not among them.',
  method: 'Proportion, Wilson 95% interval.',
  direction: 'up',
  span: 'window',
  // A lapse may be closed up to a year after the care in which it opened.
  lookBackDays: 366 + 365,

  observe: (history, { windowFirstDay }) =>
    (history.lapses.length === 0 ? [] : caresOf(history)).flatMap(({ first, lapses }) =>
      lapses
        .filter(
          ({ data: { outcome, closedOn } }) =>
            outcome === 'relapsed' && closedOn !== undefined && dayOf(closedOn) >= windowFirstDay,
        )
        .map(({ data }) => ({
          who: history.who,
          dimensions: dimensionsOf(history.provider, first),
          referred: data.referredTo !== undefined,
        })),
    ),

  headline: (seen) => proportionFigure(seen, ({ referred }) => referred),
});
