import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { dateOfDay, dayOf } from '../../../shared/records/london.ts';
import { computeMeasure } from '../../support/compute.ts';
import { aPerson, aPlacement, aSession } from '../../support/records.ts';

const START = '2026-07-06';
const open = aPlacement({ startsOn: START });

/** One attended one-to-one a week, from the start, by these workers; several of one session as `W1+W2`. */
const oneToOnes = (...workers: string[]) =>
  workers.map((given, week) =>
    aSession({
      kind: 'one-to-one',
      on: dateOfDay(dayOf(START) + 7 * week),
      workers: given === '' ? [] : given.split('+'),
    }),
  );

const variety = (...records: StoredRecord[]) =>
  computeMeasure('worker-variety', { people: [aPerson(...records)] });

function share(...records: StoredRecord[]): string {
  const { headline } = variety(...records);
  if (headline.kind !== 'proportion') throw new Error('no proportion');
  return `${headline.numerator.count} of ${headline.denominator.count}`;
}

describe('at least three workers', () => {
  test.each([
    ['three of four', ['W1', 'W2', 'W3', 'W1'], '1 of 1'],
    ['two of four', ['W1', 'W2', 'W2', 'W1'], '0 of 1'],
    ['one of four', ['W1', 'W1', 'W1', 'W1'], '0 of 1'],
    ['three in the last eight of nine', ['W1', 'W1', 'W2', 'W1', 'W1', 'W1', 'W1', 'W1', 'W3'], '1 of 1'],
    ['the third in the ninth last', ['W3', 'W1', 'W2', 'W1', 'W1', 'W1', 'W1', 'W1', 'W2'], '0 of 1'],
    ['each worker of a session counts', ['W1+W2', 'W1', 'W1+W3', 'W1'], '1 of 1'],
  ])('%s', (_, workers, expected) => {
    expect(share(open, ...oneToOnes(...workers))).toBe(expected);
  });

  test('the last eight are so by the clock, not by what the records are called', () => {
    const at = (hour: string, worker: string, id: string) =>
      aSession({ kind: 'one-to-one', startsAt: `${START}T${hour}:00:00Z`, workers: [worker], id });
    const later = oneToOnes('', 'W1', 'W2', 'W1', 'W2', 'W1', 'W2', 'W1');
    // Seven are later; of the first day the afternoon's is the eighth last.
    expect(share(open, at('09', 'W3', 'z'), at('15', 'W1', 'a'), ...later)).toBe('0 of 1');
    expect(share(open, at('09', 'W1', 'z'), at('15', 'W3', 'a'), ...later)).toBe('1 of 1');
  });
});

describe('which journeys', () => {
  const three = ['W1', 'W2', 'W3'];

  test('those with four attended one-to-ones or more; those with fewer are named', () => {
    expect(share(open, ...oneToOnes(...three, 'W1'))).toBe('1 of 1');
    expect(share(open, ...oneToOnes(...three))).toBe('0 of 0');
    expect(variety(open, ...oneToOnes(...three)).headline).toMatchObject({
      excluded: { 'fewer-than-four-one-to-ones': { count: 1, people: 1 } },
    });
  });

  test('one-to-ones that name no worker, were not attended, or are of another kind do not count', () => {
    expect(share(open, ...oneToOnes(...three, ''))).toBe('0 of 0');
    const other = (fields: object) => aSession({ on: '2026-09-07', kind: 'one-to-one', ...fields });
    for (const fields of [
      { attendance: 'did-not-attend' },
      { attendance: 'family-only' },
      { kind: 'counselling' },
      { kind: 'group' },
    ])
      expect(share(open, ...oneToOnes(...three), other(fields))).toBe('0 of 0');
  });

  test('up to the month’s last day', () => {
    const fourth = (on: string) =>
      share(open, ...oneToOnes(...three), aSession({ kind: 'one-to-one', on, workers: ['W1'] }));
    expect(fourth('2026-10-31')).toBe('1 of 1');
    expect(fourth('2026-11-01')).toBe('0 of 0');
  });

  test('those in treatment in the month', () => {
    const ended = (endedOn: string) =>
      share(aPlacement({ startsOn: START, endedOn, endReason: 'completed' }), ...oneToOnes(...three, 'W1'));
    expect(ended('2026-10-01')).toBe('1 of 1');
    expect(ended('2026-09-30')).toBe('0 of 0');
  });

  test('not aftercare, which is no journey', () => {
    expect(share(aPlacement({ startsOn: START, service: 'aftercare' }), ...oneToOnes(...three, 'W1'))).toBe(
      '0 of 0',
    );
  });

  test('one-to-ones of the journey before do not count', () => {
    const before = aPlacement({ startsOn: START, endedOn: '2026-08-02', endReason: 'completed' });
    const now = [aPlacement({ startsOn: '2026-10-05' }), aSession({ on: '2026-10-05' })];
    expect(share(before, ...oneToOnes(...three, 'W1'), ...now)).toBe('0 of 0');
  });
});

describe('the chance that two one-to-ones have different workers', () => {
  const chance = (...workers: string[]) => {
    const figure = variety(open, ...oneToOnes(...workers)).beside['chance-of-another-worker'];
    if (figure?.kind !== 'median' || figure.unit !== 'share') throw new Error('no median of shares');
    return figure.median.state === 'estimated' ? figure.median.value : figure.median.reason;
  };

  test('worked out by hand', () => {
    expect(chance('W1', 'W1', 'W2', 'W2')).toBeCloseTo(2 / 3, 12);
    expect(chance('W1', 'W1', 'W1', 'W1')).toBe(0);
    expect(chance('W1', 'W2', 'W3', 'W4')).toBe(1);
    // 3, 3 and 2 of the last eight: 1 − (6 + 6 + 2) / 56.
    expect(chance('W9', 'W1', 'W1', 'W1', 'W2', 'W2', 'W2', 'W3', 'W3')).toBeCloseTo(0.75, 12);
    // W1 four times, W2 once: 1 − 12 / 20.
    expect(chance('W1+W2', 'W1', 'W1', 'W1')).toBeCloseTo(0.4, 12);
  });

  test('is the median over journeys, and of no journey with fewer than four', () => {
    expect(chance('W1', 'W2', 'W3')).toBe('no-eligible');
    const person = (personRef: string, ...workers: string[]) =>
      aPerson(
        aPlacement({ personRef, startsOn: START }),
        ...oneToOnes(...workers).map(({ data }) => aSession({ ...data, personRef })),
      );
    const people = [
      person('P1', 'W1', 'W1', 'W1', 'W1'),
      person('P2', 'W1', 'W2', 'W3', 'W4'),
      person('P3', 'W1', 'W1', 'W2', 'W2'),
      person('P4', 'W1', 'W1'),
    ];
    const figure = computeMeasure('worker-variety', { people }).beside['chance-of-another-worker'];
    expect(figure).toMatchObject({ median: { people: 3 } });
    expect(
      figure?.kind === 'median' && figure.median.state === 'estimated' && figure.median.value,
    ).toBeCloseTo(2 / 3, 12);
  });
});
