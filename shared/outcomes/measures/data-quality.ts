import { COUNTED_FAULTS } from '../../quality/counted-faults.ts';
import { qualityRules } from '../../quality/registry.ts';
import { dimensionsOf } from '../dimensions.ts';
import { countFigure } from '../figures/count-figure.ts';
import { proportionFigure } from '../figures/proportion-figure.ts';
import { inTreatment, placementInMonth } from '../in-treatment.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { Period } from '../period.ts';
import type { PersonHistory } from '../person-history.ts';

type Fault = (typeof COUNTED_FAULTS)[number];

type Seen = Observation & { readonly faults: readonly Fault[] };

export const dataQuality = measure<Seen>({
  id: 'data-quality',
  revision: 1,
  title: 'Records with nothing to correct',
  question: 'How complete are the records that these figures are made of?',
  numerator:
    'Of these people, those of whose records none is listed beside: an open placement past its planned end; an open journey or aftercare placement without an attended session or provided test for 28 days and not suspended; a session attended when no placement was open, by telephone, with peers or with family apart; an unexplained positive test, not of hair, of somebody whose goal is abstinence, a week or more old, with no lapse open or opened within 7 days; a lapse open for 28 days or more; no start review within 14 days of the first attended session, or no review for 182 days; an outcome of a lapse that other records contradict.',
  denominator:
    'People in treatment in the month: on at least one day of it between the first attended session that is not by telephone and the end of a journey, or with an aftercare placement open.',
  method:
    'Proportion, Wilson 95% interval; records as at the month’s last day, of what happened in the 12 months to it. Beside it the people with each fault; one person may have several.',
  direction: 'up',
  span: 'month',
  lookBackDays: 396,

  observe: (history, period) => {
    const placement = placementInMonth(history, period);
    if (placement === undefined || !inTreatment(history, period)) return [];
    const { who, provider } = history;
    return [{ who, dimensions: dimensionsOf(provider, placement), faults: faultsOf(history, period) }];
  },

  headline: (seen) =>
    proportionFigure(seen, ({ faults }) => faults.length === 0, { population: 'in-treatment' }),

  beside: (seen) =>
    Object.fromEntries(
      COUNTED_FAULTS.map((fault) => [
        fault,
        countFigure(seen.filter(({ faults }) => faults.includes(fault))),
      ]),
    ),
});

const rules = COUNTED_FAULTS.flatMap((fault) =>
  qualityRules.filter(({ id }) => id === fault).map(({ find }) => ({ fault, find })),
);

function faultsOf(history: PersonHistory, period: Period): Fault[] {
  const checked = { records: [], placements: [], histories: [history], late: [] };
  return rules.filter(({ find }) => find(checked, period).length > 0).map(({ fault }) => fault);
}
