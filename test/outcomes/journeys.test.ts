import { describe, expect, test } from 'vitest';
import { dateOfDay } from '../../shared/records/london.ts';
import { staysOf } from '../../shared/outcomes/journeys.ts';
import { inOrder, placed } from '../../shared/outcomes/placed.ts';
import { aPlacement } from '../support/records.ts';

/** Journeys as `commissioner: first start – end reason`. */
function journeys(...placements: ReturnType<typeof aPlacement>[]): string[] {
  return staysOf(inOrder(placements.map(({ id, data }) => placed(id, data))), 21).map(
    ({ commissioner, first, end }) =>
      `${commissioner}: ${first.data.startsOn} – ${end === undefined ? 'open' : `${dateOfDay(end.day)} ${end.reason}`}`,
  );
}

const left = { startsOn: '2026-01-05', endedOn: '2026-03-01', endReason: 'left' } as const;
const completed = { ...left, endReason: 'completed' } as const;

describe('placements that belong together', () => {
  test('a start 21 days after an end continues the journey', () => {
    expect(journeys(aPlacement(left), aPlacement({ startsOn: '2026-03-22' }))).toEqual([
      'northshire: 2026-01-05 – open',
    ]);
  });

  test('a start 22 days after an end is a new journey', () => {
    expect(journeys(aPlacement(left), aPlacement({ startsOn: '2026-03-23' }))).toEqual([
      'northshire: 2026-01-05 – 2026-03-01 left',
      'northshire: 2026-03-23 – open',
    ]);
  });

  test('a start after a completion is a new journey, on the very day too', () => {
    for (const startsOn of ['2026-03-01', '2026-03-02']) {
      expect(journeys(aPlacement(completed), aPlacement({ startsOn }))).toEqual([
        'northshire: 2026-01-05 – 2026-03-01 completed',
        `northshire: ${startsOn} – open`,
      ]);
    }
  });

  test('placements that overlap are one journey, which ends with the later end', () => {
    const other = { startsOn: '2026-02-02', endedOn: '2026-04-30', endReason: 'withdrawn' } as const;
    expect(journeys(aPlacement(completed), aPlacement(other))).toEqual([
      'northshire: 2026-01-05 – 2026-04-30 withdrawn',
    ]);
  });

  test('a short placement within a longer one does not end the journey', () => {
    const short = { startsOn: '2026-01-12', endedOn: '2026-01-20', endReason: 'left' } as const;
    expect(
      journeys(aPlacement(completed), aPlacement(short), aPlacement({ startsOn: '2026-03-20' })),
    ).toEqual(['northshire: 2026-01-05 – 2026-03-01 completed', 'northshire: 2026-03-20 – open']);
  });

  test('aftercare is no part of a journey', () => {
    expect(journeys(aPlacement(left), aPlacement({ service: 'aftercare', startsOn: '2026-03-02' }))).toEqual([
      'northshire: 2026-01-05 – 2026-03-01 left',
    ]);
  });
});

describe('a change of commissioner', () => {
  const next = { commissioner: 'southport', startsOn: '2026-03-10' };

  test('ends the journey as transferred, whatever was sent', () => {
    expect(journeys(aPlacement(left), aPlacement(next))).toEqual([
      'northshire: 2026-01-05 – 2026-03-01 transferred',
      'southport: 2026-03-10 – open',
    ]);
  });

  test('ends a journey that was left open on the day the next begins', () => {
    expect(journeys(aPlacement(), aPlacement(next))).toEqual([
      'northshire: 2026-01-05 – 2026-03-10 transferred',
      'southport: 2026-03-10 – open',
    ]);
  });

  test('is none when the journey had ended for good', () => {
    expect(journeys(aPlacement(completed), aPlacement(next))[0]).toContain('completed');
    expect(journeys(aPlacement(left), aPlacement({ ...next, startsOn: '2026-03-23' }))[0]).toContain('left');
  });
});
