import type { Random } from '../../local/demo/random.ts';
import { aSentPlacement, aSentSession, aSentTest } from '../support/sent.ts';
import type { Target } from './oracle.ts';
import type { Content } from './state.ts';

/** The kinds of record that are sent of a person; the first two make a journey. */
export const KINDS = ['placement', 'session', 'test', 'review'] as const;
type Kind = (typeof KINDS)[number];

/** Day 0 of every journey: a session that everybody attended or nobody did. */
const MAKERS: Readonly<Record<Kind, (personRef: string, random: Random) => Content>> = {
  placement: (personRef, random) =>
    aSentPlacement(personRef, {
      sex: random.pick(['female', 'male', 'other', 'not-stated']),
      ageBand: random.pick(['18-24', '25-34', '35-44', '45-54']),
      // Complete, so that the gate lets the pack be approved: nobody is in treatment beyond a planned end.
      ...{ plannedEndOn: '2026-03-30', endedOn: '2026-03-30', endReason: 'completed' },
    }),
  session: (personRef, random) =>
    aSentSession(personRef, {
      attendance: random.pick(['attended', 'attended', 'did-not-attend']),
      workers: [`W-${random.between(1, 40)}`],
    }),
  test: (personRef, random) =>
    aSentTest(personRef, {
      matrix: random.pick(['urine', 'oral-fluid', 'hair']),
      reason: random.pick(['random', 'scheduled']),
    }),
  review: (personRef, random) => ({
    personRef,
    stage: 'review',
    reviewedOn: '2026-02-02',
    daysUsed: { alcohol: random.between(0, 28), cannabis: random.between(0, 28) },
  }),
};

/** The record of a kind of a person. */
export const targetOf = (provider: string, personRef: string, type: Kind): Target => ({
  ...{ provider, personRef, type },
  id: `${type.charAt(0).toUpperCase()}-${personRef}`,
});

/** What may be sent of a record, as chance has it. */
export function contentOf({ type, personRef }: Target, random: Random): Content {
  const kind = KINDS.find((one) => one === type);
  if (kind === undefined) throw new Error(`nothing is sent of a ${type}`);
  return MAKERS[kind](personRef, random);
}
