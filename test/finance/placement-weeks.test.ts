import { describe, expect, test } from 'vitest';
import { weekLabel } from '../../shared/finance/iso-week.ts';
import { datesOf, placementWeeks, type PlacementRecord } from '../../shared/finance/placement-weeks.ts';
import { dayOf } from '../../shared/records/london.ts';
import { aPlacement } from '../support/records.ts';

const ended = { endReason: 'completed' } as const;

/** The weeks of one person's placements up to a day, attended or not. */
function weeks(
  placements: readonly PlacementRecord[],
  until = '2026-12-31',
  attended: readonly string[] = [],
) {
  return placementWeeks({ placements, attendedDays: attended.map(dayOf) }, dayOf(until));
}

/** The same as `week placement`, in order. */
function used(...placements: PlacementRecord[]): string[] {
  return weeks(placements)
    .map(({ week, placement }) => `${weekLabel(week)} ${placement.id}`)
    .sort();
}

describe('a placement week', () => {
  test('is one in which the placement is open for a day', () => {
    // Sunday 11 January to Monday 19 January: the last day of W02, all of W03, the first of W04.
    expect(used(aPlacement({ id: 'A', startsOn: '2026-01-11', endedOn: '2026-01-19', ...ended }))).toEqual([
      '2026-W02 A',
      '2026-W03 A',
      '2026-W04 A',
    ]);
  });

  test('is one of an open placement up to the cut-off', () => {
    expect(weeks([aPlacement()], '2026-02-01')).toHaveLength(4);
    expect(weeks([aPlacement()], '2026-02-02')).toHaveLength(5);
    expect(weeks([aPlacement()], '2026-01-04')).toHaveLength(0);
  });

  test('is used whether somebody came or not', () => {
    expect(weeks([aPlacement()], '2026-01-11')[0]).toMatchObject({ attended: 0, flags: ['no-attendance'] });
  });

  test('goes on across 1 January, in a year of 53 weeks', () => {
    const placement = aPlacement({ id: 'A', startsOn: '2026-12-21', endedOn: '2027-01-10', ...ended });
    expect(weeks([placement], '2027-06-30').map(({ week }) => weekLabel(week))).toEqual([
      '2026-W52',
      '2026-W53',
      '2027-W01',
    ]);
  });
});

describe('a suspension by agreement', () => {
  const sixWeeks = { id: 'A', startsOn: '2026-01-05', endedOn: '2026-02-15', ...ended };

  test('of a fortnight from Monday to Sunday takes two weeks out', () => {
    const suspensions = [{ from: '2026-01-19', to: '2026-02-01' }];
    expect(used(aPlacement({ ...sixWeeks, suspensions }))).toEqual([
      '2026-W02 A',
      '2026-W03 A',
      '2026-W06 A',
      '2026-W07 A',
    ]);
  });

  test('of a fortnight from Tuesday to Monday takes one week out: the others have an open day', () => {
    const suspensions = [{ from: '2026-01-20', to: '2026-02-02' }];
    const found = used(aPlacement({ ...sixWeeks, suspensions }));
    expect(found).toHaveLength(5);
    expect(found).not.toContain('2026-W05 A');
  });

  test('of the only open days of a week takes it out', () => {
    const suspensions = [{ from: '2026-02-12', to: '2026-02-13' }];
    expect(
      used(aPlacement({ ...sixWeeks, startsOn: '2026-02-12', endedOn: '2026-02-13', suspensions })),
    ).toEqual([]);
  });

  test('in two parts counts as one', () => {
    const suspensions = [
      { from: '2026-01-19', to: '2026-01-21' },
      { from: '2026-01-20', to: '2026-01-25' },
    ];
    expect(used(aPlacement({ ...sixWeeks, suspensions }))).not.toContain('2026-W04 A');
  });

  test('leaves the days that were open behind the week', () => {
    const suspensions = [{ from: '2026-01-20', to: '2026-01-23' }];
    const [, , third] = weeks([aPlacement({ ...sixWeeks, suspensions })]);
    expect(datesOf(third!.week, third!.days)).toEqual(['2026-01-19', '2026-01-24', '2026-01-25']);
  });
});

describe('several placements of a person in one week', () => {
  const first = { id: 'A', startsOn: '2026-01-05', endedOn: '2026-01-14', ...ended };
  const second = { id: 'B', startsOn: '2026-01-15', endedOn: '2026-01-18', ...ended };

  test('use one week, of the day programme where both services fall in it', () => {
    expect(used(aPlacement({ ...first, service: 'aftercare' }), aPlacement(second))).toEqual([
      '2026-W02 A',
      '2026-W03 B',
    ]);
  });

  test('use one week, from a block where one is on the spot', () => {
    expect(used(aPlacement(first), aPlacement({ ...second, funding: 'block', block: 'B1' }))).toEqual([
      '2026-W02 A',
      '2026-W03 B',
    ]);
  });

  test('use one week, of the one that started first', () => {
    expect(used(aPlacement(second), aPlacement(first))).toEqual(['2026-W02 A', '2026-W03 A']);
  });

  test('use one week for each commissioner', () => {
    expect(used(aPlacement(first), aPlacement({ ...second, commissioner: 'southport' }))).toEqual([
      '2026-W02 A',
      '2026-W03 A',
      '2026-W03 B',
    ]);
  });

  test('use the other’s week while one is suspended', () => {
    const suspended = aPlacement({ ...first, suspensions: [{ from: '2026-01-12', to: '2026-01-14' }] });
    expect(used(suspended, aPlacement({ ...second, service: 'aftercare' }))).toEqual([
      '2026-W02 A',
      '2026-W03 B',
    ]);
  });
});

describe('a week is flagged', () => {
  const flags = (placements: PlacementRecord[], until: string, attended: string[] = ['2026-01-05']) =>
    weeks(placements, until, attended).map((week) => week.flags);

  test('when placements overlap on a day of it, not when one follows the other', () => {
    const first = aPlacement({ startsOn: '2026-01-05', endedOn: '2026-01-07', ...ended });
    expect(flags([first, aPlacement({ startsOn: '2026-01-07' })], '2026-01-11')).toEqual([
      ['overlapping-placements'],
    ]);
    expect(flags([first, aPlacement({ startsOn: '2026-01-08' })], '2026-01-11')).toEqual([[]]);
  });

  test('when the second and the third overlap', () => {
    const first = aPlacement({ startsOn: '2026-01-05', endedOn: '2026-01-05', ...ended });
    const others = ['2026-01-07', '2026-01-08'].map((startsOn) => aPlacement({ startsOn }));
    expect(flags([first, ...others], '2026-01-11')).toEqual([['overlapping-placements']]);
  });

  test('when it begins after the planned end', () => {
    const attended = ['2026-01-05', '2026-01-12', '2026-01-19'];
    expect(flags([aPlacement({ plannedEndOn: '2026-01-14' })], '2026-01-25', attended)).toEqual([
      [],
      [],
      ['after-planned-end'],
    ]);
  });

  test('when nothing was attended in it', () => {
    expect(flags([aPlacement()], '2026-01-18', ['2026-01-18'])).toEqual([['no-attendance'], []]);
  });
});
