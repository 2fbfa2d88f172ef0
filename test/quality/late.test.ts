import { describe, expect, test } from 'vitest';
import { periodOf } from '../../shared/outcomes/period.ts';
import { findingsAfter, isCursor, nextCursor } from '../../shared/quality/finding-cursor.ts';
import { qualityList } from '../../shared/quality/quality-list.ts';
import { saysOtherwise } from '../../shared/quality/says-otherwise.ts';
import { aLapse, aPlacement, aSession } from '../support/records.ts';

const october = periodOf('2026-10');

describe('a record says something else of a month than at its cut-off', () => {
  test('where it is new and of the month', () => {
    expect(saysOtherwise(aSession({ on: '2026-10-01' }), undefined, october)).toBe(true);
    expect(saysOtherwise(aSession({ on: '2026-09-30' }), undefined, october)).toBe(false);
    expect(saysOtherwise(aSession({ on: '2026-11-01' }), undefined, october)).toBe(false);
    // Half past midnight on 1 October in London.
    expect(saysOtherwise(aSession({ startsAt: '2026-09-30T23:30:00Z' }), undefined, october)).toBe(true);
  });

  test('where it moved into the month or out of it', () => {
    const [september, own] = [aSession({ on: '2026-09-30' }), aSession({ on: '2026-10-01' })];
    expect(saysOtherwise(own, september, october)).toBe(true);
    expect(saysOtherwise(september, own, october)).toBe(true);
    expect(saysOtherwise(own, own, october)).toBe(false);
  });

  test('not where only what is dated after it was added', () => {
    const open = aPlacement({ startsOn: '2026-10-05' });
    const ended = (endedOn: string) => aPlacement({ startsOn: '2026-10-05', endedOn, endReason: 'left' });
    expect(saysOtherwise(ended('2026-11-02'), open, october)).toBe(false);
    expect(saysOtherwise(ended('2026-10-31'), open, october)).toBe(true);
    const lapse = aLapse({ openedOn: '2026-10-05' });
    const closed = aLapse({ openedOn: '2026-10-05', outcome: 'exited', closedOn: '2026-11-01' });
    expect(saysOtherwise(closed, lapse, october)).toBe(false);
  });
});

describe('the list of findings', () => {
  const fault = (rule: string, id: string, since: number) =>
    ({ rule, type: 'placement', id, since, personRef: 'P1' }) as const;
  const { counts, findings } = qualityList(
    [
      fault('silence', 'b', 3),
      fault('silence', 'a', 3),
      fault('silence', 'a', 1),
      fault('no-placement', 'z', 9),
    ],
    10,
  );

  test('is in the order of the rules, oldest first, with each record once a rule', () => {
    expect(findings.map(({ rule, id, ageDays }) => [rule, id, ageDays])).toEqual([
      ['no-placement', 'z', 1],
      ['silence', 'a', 9],
      ['silence', 'b', 7],
    ]);
    expect(counts.find(({ rule }) => rule === 'silence')).toMatchObject({ findings: 2, people: 1 });
  });

  test('goes on after a place even when what stood there was corrected', () => {
    const [first, second] = findings;
    const cursor = nextCursor(first!);
    expect(isCursor(cursor)).toBe(true);
    expect(findingsAfter(findings, cursor)[0]).toEqual(second);
    expect(findingsAfter(findings.slice(1), cursor)[0]).toEqual(second);
    expect(findingsAfter(findings, nextCursor(findings[2]!))).toEqual([]);
    expect(isCursor('other~1970-01-01~placement~a')).toBe(false);
  });
});
