import { expect, test } from 'vitest';
import { disclose } from '../../../shared/outcomes/disclosure.ts';
import type { PersonRecords } from '../../../shared/outcomes/person-records.ts';
import { compute } from '../../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

/** What a document says beside its figures, and what stands around a headline. */

const issue = { revision: 1, asAt: '2026-11-05T06:00:00.000Z' } as const;

/** So many people at each provider who started on 6 July 2026, of whom so many left on 3 August. */
const crowd = (providers: Readonly<Record<string, { of: number; leave: number }>>): PersonRecords[] =>
  Object.entries(providers).flatMap(([provider, { of, leave }]) =>
    Array.from({ length: of }, (_, index) => {
      const who = { personRef: `${provider}-${index}`, provider };
      const ended: { endedOn?: string; endReason?: 'left' } =
        index < leave ? { endedOn: '2026-08-03', endReason: 'left' } : {};
      const placement = aPlacement({ ...who, startsOn: '2026-07-06', ...ended });
      return { ...aPerson(placement, aSession({ ...who, on: '2026-07-06' })), ...who };
    }),
  );

const two = { harbour: { of: 20, leave: 5 }, janus: { of: 20, leave: 10 } };

test('that people were erased is said where it was so, and else not', () => {
  const { computed } = compute({ people: [] });
  const erased = { since: 'previous-revision' } as const;
  expect(disclose(computed, { ...issue, erased }).erased).toEqual(erased);
  expect(disclose(computed, issue)).not.toHaveProperty('erased');
});

test('each result is of the revision of its definition, and has the target that was agreed for it', () => {
  const target = { value: 20, direction: 'at-least', source: 'contract' } as const;
  const { computed } = compute({ people: crowd(two) });
  const { caseload, ...others } = computed.definitions;
  if (caseload === undefined) throw new Error('no definition of the caseload');
  const { measures } = disclose(
    {
      ...computed,
      definitions: { ...others, caseload: { ...caseload, revision: 7 } },
      targets: { caseload: target },
    },
    issue,
  );
  expect(measures['caseload']).toMatchObject({ revision: 7, target });
  expect(measures['attendance']).not.toHaveProperty('target');
});

test('providers have the names that they were registered under', () => {
  const providers = { harbour: 'Harbour Trust', janus: 'Janus Enterprise', nobody: 'Of no figure' };
  const { computed } = compute({ people: crowd(two), providers });
  expect(disclose(computed, issue).providers).toEqual({
    harbour: 'Harbour Trust',
    janus: 'Janus Enterprise',
  });
});

test('providers are compared around the share of all, where two of them are shown', () => {
  const cohort = (providers: typeof two) => {
    const { computed } = compute({ people: crowd(providers) });
    return disclose(computed, issue).measures['abstinence-retention']?.cohort;
  };
  // 25 of 40 stayed for twelve weeks: 15 of 20 and 10 of 20.
  expect(cohort(two)?.matured).toMatchObject({ numerator: 25, denominator: 40, value: 0.625 });
  expect(cohort(two)?.funnel).toMatchObject({
    centre: 0.625,
    providers: [
      { provider: 'harbour', numerator: 15, denominator: 20, value: 0.75 },
      { provider: 'janus', numerator: 10, denominator: 20, value: 0.5 },
    ],
  });
  expect(cohort({ ...two, janus: { of: 20, leave: 3 } })).not.toHaveProperty('funnel');
});
