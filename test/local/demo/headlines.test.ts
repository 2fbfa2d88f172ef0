import { expect, test } from 'vitest';
import { headlines } from '../../../local/demo/headlines.ts';
import type { OutcomeDocument } from '../../../shared/outcomes/document.ts';

const document = (measures: OutcomeDocument['measures']): OutcomeDocument => ({
  schema: 1,
  commissioner: 'northshire',
  commissionerName: 'Northshire',
  month: '2026-10',
  revision: 1,
  asAt: '2026-11-04T12:00:00.000Z',
  disclosure: 'lt5',
  measures,
  definitions: {},
});

test('reads the four headline figures with their intervals', () => {
  expect(
    headlines(
      document({
        'abstinence-retention': {
          kind: 'survival',
          revision: 1,
          journeys: 238,
          events: 87,
          parts: {},
          points: [
            { day: 28, state: 'suppressed' },
            {
              day: 84,
              state: 'estimated',
              value: 0.9058,
              lower: 0.8604,
              upper: 0.9369,
              atRisk: 208,
              events: 22,
            },
          ],
          median: { state: 'suppressed' },
        },
        'lapse-recovery': {
          kind: 'incidence',
          revision: 1,
          causes: { recovered: [{ day: 28, state: 'estimated', value: 1, lower: null, upper: null }] },
          open: [],
        },
        'family-engagement': { kind: 'proportion', revision: 1, state: 'suppressed' },
        'volunteer-progression': {
          kind: 'proportion',
          revision: 1,
          state: 'unavailable',
          reason: 'no-eligible',
        },
      }),
    ),
  ).toBe(
    'retention at day 84 90.6% (86.0% to 93.7%) · recovery by day 28 100.0% · family reach [c] · volunteer progression [z]',
  );
});

test('says that a figure is missing rather than leaving it out', () => {
  expect(headlines(document({}))).toBe(
    'retention at day 84 missing · recovery by day 28 missing · family reach missing · volunteer progression missing',
  );
});
