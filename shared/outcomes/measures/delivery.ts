import type { ComputedCount } from '../computed.ts';
import { countedFigure, countFigure } from '../figures/count-figure.ts';
import { countPeople } from '../figures/count-people.ts';
import { inMonth } from '../in-month.ts';
import { measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import { personInMonth } from '../person-in-month.ts';
import type { Fact } from '../person-history.ts';

/** How each kind of session is delivered, in printing order. */
const DELIVERED: Readonly<Record<Fact<'session'>['data']['kind'], 'to-groups' | 'to-one'>> = {
  group: 'to-groups',
  'one-to-one': 'to-one',
  counselling: 'to-one',
  telephone: 'to-one',
  'women-only-group': 'to-groups',
  'offending-behaviour-group': 'to-groups',
  'social-literacy': 'to-groups',
  'peer-support': 'to-groups',
  activity: 'to-groups',
  'joint-group': 'to-groups',
  'family-group': 'to-groups',
  'family-one-to-one': 'to-one',
  'family-workshop': 'to-groups',
  'carer-group': 'to-groups',
};
const KINDS = Object.entries(DELIVERED);

/** One person's attendance of one session; `group` is the same for all who were in it. */
type Seen = Observation & { readonly kind: string; readonly group: string };

export const delivery = measure<Seen>({
  id: 'delivery',
  revision: 1,
  title: 'Sessions delivered',
  question: 'What was delivered?',
  numerator:
    'Sessions that service users attended in the month: one for each person in each session. Beside it, for each kind of session: how many of them, of how many people, and how many groups were held. A group was held where at least one service user attended it; sessions with one group reference are one group, and a session without a reference is a group of its own. What family members attended is counted under family engagement.',
  denominator: 'Nothing: these are numbers, not shares.',
  method: 'Count.',
  direction: 'neutral',
  span: 'month',
  lookBackDays: 396,

  observe: (history, period) => {
    const person = personInMonth(history, period);
    return inMonth(history.sessions, period)
      .filter(({ data }) => data.attendance === 'attended')
      .map(({ id, data: { kind, groupRef } }) => ({
        ...person,
        kind,
        // No reference has a space, so a session of its own is never taken for one of a group.
        group: `${history.provider}/${groupRef ?? `session ${id}`}`,
      }));
  },

  headline: (seen) => countFigure(seen),

  beside: (seen) => Object.fromEntries(KINDS.flatMap(([kind]) => figuresOf(kind, seen))),

  sums: { headline: KINDS.map(([kind]) => `attendances-${kind}`) },
});

function figuresOf(kind: string, seen: readonly Seen[]): [string, ComputedCount][] {
  const attended = seen.filter((one) => one.kind === kind);
  const people = countPeople(attended);
  const groups = new Set(attended.map(({ group }) => group)).size;
  return [
    [`attendances-${kind}`, countFigure(attended)],
    [`people-${kind}`, countedFigure({ count: people, people })],
    ...(isToGroups(kind)
      ? [[`groups-${kind}`, countedFigure({ count: groups, people })] satisfies [string, ComputedCount]]
      : []),
  ];
}

function isToGroups(kind: string): boolean {
  return KINDS.some(([name, delivered]) => name === kind && delivered === 'to-groups');
}
