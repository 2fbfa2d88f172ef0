import type { MeasureWords } from '../measure-words.ts';

const KINDS = {
  group: 'groups',
  'one-to-one': 'one-to-ones',
  counselling: 'counselling',
  telephone: 'telephone',
  'women-only-group': 'women-only groups',
  'offending-behaviour-group': 'groups on offending behaviour',
  'social-literacy': 'social literacy',
  'peer-support': 'peer support',
  activity: 'activities',
  'joint-group': 'groups of people and family',
  'family-group': 'family groups',
  'family-one-to-one': 'family one-to-ones',
  'family-workshop': 'family workshops',
  'carer-group': 'carers’ groups',
};

export const delivery: MeasureWords = {
  id: 'delivery',
  sheet: 'Delivery',
  what: 'of sessions by service users were recorded in the month',
  unit: ['attendance', 'attendances'],
  axis: 'Attendances',
  labels: Object.fromEntries(
    Object.entries(KINDS).flatMap(([kind, words]) => [
      [`attendances-${kind}`, `Attendances: ${words}`],
      [`people-${kind}`, `People: ${words}`],
      [`groups-${kind}`, `Held: ${words}`],
    ]),
  ),
};
