import { type Access, accessFigure, accessTo } from '../access-to.ts';
import { measure } from '../measure.ts';

export const telephoneSupport = measure<Access>({
  id: 'telephone-support',
  revision: 1,
  title: 'Telephone support',
  question: 'How many people are supported by telephone?',
  numerator: 'Of these people, those who took part in at least one telephone session in the month.',
  denominator:
    'People in treatment in the month: on at least one day of it between the first attended session that is not by telephone and the end of a journey, or with an aftercare placement open. Who was supported by telephone without being in treatment is left out.',
  method: 'Proportion, Wilson 95% interval.',
  direction: 'neutral',
  span: 'month',
  lookBackDays: 396,
  observe: (history, period) => accessTo('telephone', history, period),
  headline: (seen) => accessFigure(seen, 'in-treatment'),
});
