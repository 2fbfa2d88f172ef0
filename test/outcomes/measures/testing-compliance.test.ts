import { describe, expect, test } from 'vitest';
import type { ComputedFigure } from '../../../shared/outcomes/computed.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aPerson, aPlacement, aPositiveTest, aTest } from '../../support/records.ts';

const testing = (...tests: StoredRecord[]) =>
  computeMeasure('testing-compliance', { people: [aPerson(aPlacement(), ...tests)] });

function share(figure: ComputedFigure | undefined): string {
  if (figure?.kind !== 'proportion') throw new Error('no proportion');
  return `${figure.numerator.count} of ${figure.denominator.count}`;
}

describe('a test that was', () => {
  test.each([
    ['provided', '1 of 1'],
    ['refused', '0 of 1'],
    ['missed', '0 of 1'],
    ['invalid', '0 of 1'],
    ['excused', '0 of 0'],
  ] as const)('%s counts as %s', (status, expected) => {
    expect(share(testing(aTest({ on: '2026-10-07', status })).headline)).toBe(expected);
  });
});

test('excused tests are named as left out', () => {
  const { headline } = testing(
    aTest({ on: '2026-10-07' }),
    aTest({ on: '2026-10-08', status: 'excused' }),
    aTest({ on: '2026-10-09', status: 'excused' }),
  );
  expect(headline).toMatchObject({ excluded: { excused: { count: 2, people: 1 } } });
});

test('every matrix is a test to provide', () => {
  const matrices = ['urine', 'oral-fluid', 'breath', 'blood', 'hair'] as const;
  const tests = matrices.map((matrix) => aTest({ on: '2026-10-07', matrix, id: matrix }));
  expect(share(testing(...tests).headline)).toBe('5 of 5');
});

test('only the month’s own days count, in London', () => {
  const at = (collectedAt: string) => share(testing(aTest({ collectedAt })).headline);
  expect(at('2026-09-30T22:59:59Z')).toBe('0 of 0');
  expect(at('2026-09-30T23:00:00Z')).toBe('1 of 1');
  expect(at('2026-10-31T23:59:59Z')).toBe('1 of 1');
  expect(at('2026-11-01T00:00:00Z')).toBe('0 of 0');
});

describe('positivity', () => {
  const positivity = (...tests: StoredRecord[]) => testing(...tests).beside['positivity'];
  const result = (...results: ('negative' | 'positive' | 'inconclusive')[]) =>
    aTest({
      on: '2026-10-07',
      results: results.map((one, index) => ({
        substance: (['opiates', 'cannabis', 'crack'] as const)[index]!,
        result: one,
      })),
    });

  test.each([
    ['a negative', result('negative'), '0 of 1'],
    ['a positive among negatives', result('negative', 'positive'), '1 of 1'],
    ['an inconclusive one', result('inconclusive'), '0 of 1'],
    ['a positive beside an inconclusive result', result('inconclusive', 'positive'), '1 of 1'],
    [
      'a positive that is explained',
      aTest({
        on: '2026-10-07',
        results: [{ substance: 'opiates', result: 'positive', explained: true }],
      }),
      '0 of 1',
    ],
    ['one that was refused', aTest({ on: '2026-10-07', status: 'refused' }), '0 of 0'],
    ['a positive of another month', aPositiveTest({ on: '2026-09-30' }), '0 of 0'],
  ])('of %s is %s', (_, record, expected) => {
    expect(share(positivity(record))).toBe(expected);
  });

  test('leaves hair tests out, and names them', () => {
    const figure = positivity(
      aPositiveTest({ on: '2026-10-07', matrix: 'hair' }),
      aPositiveTest({ on: '2026-10-08' }),
    );
    expect(share(figure)).toBe('1 of 1');
    expect(figure).toMatchObject({ excluded: { hair: { count: 1, people: 1 } } });
  });
});

test('with no test there is no share', () => {
  const { headline, beside } = testing();
  expect([share(headline), share(beside['positivity'])]).toEqual(['0 of 0', '0 of 0']);
});
