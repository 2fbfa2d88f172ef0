import { describe, expect, test } from 'vitest';
import { measuresMoved, measuresMovedUnattached } from '../../shared/outcomes/measures-moved.ts';
import type { StoredRecord } from '../../shared/outcomes/person-records.ts';
import {
  aFamilySession,
  aLapse,
  aPerson,
  aPlacement,
  aPositiveTest,
  aReflection,
  aSession,
} from '../support/records.ts';

const placement = aPlacement({ startsOn: '2026-01-05' });
const dayZero = aSession({ on: '2026-01-05' });

const moved = (before: StoredRecord[], after: StoredRecord[], month: string, commissioner = 'northshire') =>
  measuresMoved({ before: aPerson(...before), after: aPerson(...after) }, commissioner, month);

describe('of one person', () => {
  test('a positive test moves abstinence of its month and of every month whose window still sees the journey', () => {
    const positive = aPositiveTest({ on: '2026-02-10' });
    const inMonth = (month: string) =>
      moved([placement, dayZero], [placement, dayZero, positive], month).includes('abstinence-retention');
    expect(inMonth('2026-01')).toBe(false);
    expect(inMonth('2026-02')).toBe(true);
    expect(inMonth('2026-10')).toBe(true);
  });

  test('a session moves what counts sessions of its own month, and of no other month those', () => {
    const session = aSession({ on: '2026-03-10' });
    const of = (month: string) => moved([placement, dayZero], [placement, dayZero, session], month);
    expect(of('2026-03')).toEqual(expect.arrayContaining(['delivery', 'attendance']));
    expect(of('2026-04')).not.toContain('attendance');
    expect(of('2026-02')).toEqual([]);
  });

  test('nothing moves for a commissioner who does not pay', () => {
    expect(moved([placement], [placement, dayZero], '2026-01', 'eastshire')).toEqual([]);
  });

  test('what says the same moves nothing, in whatever order it comes', () => {
    const lapse = aLapse({ openedOn: '2026-02-01' });
    expect(moved([placement, dayZero, lapse], [lapse, dayZero, placement], '2026-02')).toEqual([]);
  });

  test('a placement that goes to another commissioner moves measures of both', () => {
    const theirs = { ...placement, data: { ...placement.data, commissioner: 'eastshire' }, hash: 'other' };
    for (const commissioner of ['northshire', 'eastshire'])
      expect(moved([placement, dayZero], [theirs, dayZero], '2026-01', commissioner)).toContain('caseload');
  });
});

describe('of what names no service user', () => {
  const of = (record: StoredRecord, month: string, commissioner = 'northshire') =>
    measuresMovedUnattached({ before: [], after: [record] }, commissioner, month);

  test('a session with family only moves what counts families in its month, for its commissioner', () => {
    const session = aFamilySession({ on: '2026-03-10' });
    expect(of(session, '2026-03')).toContain('family-engagement');
    expect(of(session, '2026-02')).toEqual([]);
    expect(of(session, '2026-03', 'eastshire')).toEqual([]);
  });

  test('a reflection moves the month that it is of, and no other', () => {
    const reflection = aReflection({ reflectedOn: '2026-03-10' });
    expect(of(reflection, '2026-03')).toEqual(['practice-reflection']);
    expect(of(reflection, '2026-04')).toEqual([]);
  });
});
