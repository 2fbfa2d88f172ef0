import { type Access, accessFigure, accessTo } from '../access-to.ts';
import { placementInMonth } from '../in-treatment.ts';
import { measure } from '../measure.ts';

export const womenOnlyAccess = measure<Access>({
  id: 'women-only-access',
  revision: 1,
  title: 'Access to women-only groups',
  question: 'Do women have groups of their own?',
  numerator: 'Of these women, those who attended at least one women-only group in the month.',
  denominator:
    'Women in treatment in the month: on at least one day of it between the first attended session that is not by telephone and the end of a journey, or with an aftercare placement open; women by the latest placement open in the month. Women who attended such a group without being in treatment are left out.',
  method: 'Proportion, Wilson 95% interval.',
  direction: 'up',
  span: 'month',
  lookBackDays: 396,

  observe: (history, period) =>
    placementInMonth(history, period)?.data.sex === 'female'
      ? accessTo('women-only-group', history, period)
      : [],

  headline: (seen) => accessFigure(seen, 'women-in-treatment'),
});
