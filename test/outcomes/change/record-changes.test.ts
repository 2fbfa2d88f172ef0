import { describe, expect, test } from 'vitest';
import { changeCount } from '../../../shared/outcomes/change/record-changes.ts';
import type { Moved } from '../../../shared/outcomes/document.ts';

const hidden = { state: 'suppressed' } as const;

/** So many lines, each made of its number. */
const times = (count: number, line: (number: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => line(index + 1));

/** The changes between two readings of the same records. */
function between(before: readonly string[], now: readonly string[]): Moved['records'] {
  const count = changeCount();
  count.compare(before, now);
  return count.conclude();
}

describe('records are counted by type', () => {
  test('as added, amended and withdrawn', () => {
    const before = [
      ...times(6, (number) => `session#S-${number}#as-it-was`),
      ...times(7, (number) => `session#W-${number}#as-it-was`),
      ...times(9, (number) => `session#K-${number}#as-it-was`),
    ];
    const now = [
      ...times(5, (number) => `session#N-${number}#new`),
      ...times(9, (number) => `session#K-${number}#as-it-was`),
      ...times(6, (number) => `session#S-${number}#as-it-is`),
    ];
    expect(between(before, now)).toEqual({ session: { added: 5, amended: 6, withdrawn: 7 } });
  });

  test('each type by itself, in the order of their names, and none of which nothing changed', () => {
    const records = between(
      [...times(5, (number) => `test#T-${number}#x`), ...times(9, (number) => `review#R-${number}#x`)],
      [
        ...times(6, (number) => `session#S-${number}#x`),
        ...times(9, (number) => `review#R-${number}#x`),
        ...times(5, (number) => `lapse#L-${number}#x`),
      ],
    );
    expect(records).toEqual({
      lapse: { added: 5, amended: 0, withdrawn: 0 },
      session: { added: 6, amended: 0, withdrawn: 0 },
      test: { added: 0, amended: 0, withdrawn: 5 },
    });
    expect(Object.keys(records)).toEqual(['lapse', 'session', 'test']);
  });

  test('a record of the same id is another one in another type, and of another provider', () => {
    expect(
      between(
        times(5, (number) => `session#X-${number}#x`),
        times(5, (number) => `test#X-${number}#x`),
      ),
    ).toMatchObject({ session: { withdrawn: 5 }, test: { added: 5 } });
    expect(
      between(
        times(5, (number) => `reflection#harbour-house#X-${number}#x`),
        times(5, (number) => `reflection#janus-enterprise#X-${number}#x`),
      ),
    ).toEqual({ reflection: { added: 5, amended: 0, withdrawn: 5 } });
  });

  test('over all people whose records are compared', () => {
    const count = changeCount();
    for (const number of [1, 2, 3]) {
      count.compare([`session#S-${number}#old`], [`session#S-${number}#new`]);
      count.compare([], [`session#A-${number}#new`, `session#B-${number}#new`]);
    }
    expect(count.conclude()).toEqual({ session: { added: 6, amended: hidden, withdrawn: 0 } });
  });

  test('in whatever order they come, nothing of the same records', () => {
    const lines = times(8, (number) => `session#S-${number}#x`);
    expect(between(lines, lines.toReversed())).toEqual({});
    expect(changeCount().conclude()).toEqual({});
  });
});

test.each([
  [1, hidden],
  [4, hidden],
  [5, 5],
  [6, 6],
])('of %i of a sort that changed is told %j, and 0 of another', (many, told) => {
  const before = times(many, (number) => `session#S-${number}#old`);
  const now = times(many, (number) => `session#S-${number}#new`);
  expect(between([], now)).toEqual({ session: { added: told, amended: 0, withdrawn: 0 } });
  expect(between(before, now)).toEqual({ session: { added: 0, amended: told, withdrawn: 0 } });
  expect(between(before, [])).toEqual({ session: { added: 0, amended: 0, withdrawn: told } });
});

describe('what of a line is the record and what it says', () => {
  test.each(['placement', 'lapse'])('of a %s, what stands behind the id, though it has a # in it', (type) => {
    const lines = (content: string) => times(5, (number) => `${type}#P-${number}#${content}`);
    expect(between(lines('northshire#group##'), lines('northshire#group#2026-10-01#completed'))).toEqual({
      [type]: { added: 0, amended: 5, withdrawn: 0 },
    });
    expect(between(lines('{"note":"a # b"}'), lines('{"note":"a # c"}'))).toMatchObject({
      [type]: { amended: 5 },
    });
    expect(between(lines('a#b'), lines('a#b'))).toEqual({});
  });

  test('of any other, what stands behind the last #', () => {
    const lines = (content: string) => times(5, (number) => `milestone#harbour-house#M-${number}#${content}`);
    expect(between(lines('old'), lines('new'))).toEqual({
      milestone: { added: 0, amended: 5, withdrawn: 0 },
    });
  });

  test('of a report that was issued, all: another on the same placement is another report', () => {
    const first = times(5, (number) => `report#P-${number}#20700`);
    const second = times(5, (number) => `report#P-${number}#20760`);
    expect(between(first, [...first, ...second])).toEqual({
      report: { added: 5, amended: 0, withdrawn: 0 },
    });
    expect(between(first, second)).toEqual({ report: { added: 5, amended: 0, withdrawn: 5 } });
    expect(between(first, first)).toEqual({});
  });
});
