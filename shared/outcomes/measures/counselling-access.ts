import { type Access, accessFigure, accessTo } from '../access-to.ts';
import { measure } from '../measure.ts';

export const counsellingAccess = measure<Access>({
  id: 'counselling-access',
  revision: 1,
  title: 'Access to counselling',
  question: 'How many people have counselling?',
  numerator: 'Of these people, those who attended at least one counselling session in the month.',
  denominator:
    'People in treatment in the month: on at least one day of it between the first attended session that is not by telephone and the end of a journey, or with an aftercare placement open. Who had counselling without being in treatment is left out.',
  method: 'Proportion, Wilson 95% interval.',
  direction: 'up',
  span: 'month',
  lookBackDays: 396,
  observe: (history, period) => accessTo('counselling', history, period),
  headline: (seen) => accessFigure(seen, 'in-treatment'),
});
