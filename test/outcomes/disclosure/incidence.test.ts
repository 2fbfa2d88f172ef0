import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { type Hidden, NOTHING, WHOLE } from '../../../shared/outcomes/disclosure/hidden.ts';
import { lt5 } from '../../../shared/outcomes/disclosure/lt5.ts';
import { incidenceFigure } from '../../../shared/outcomes/figures/incidence-figure.ts';

/** How many people each cause ended by each day, a row a cause, and how many there are. */
type Table = { readonly causes: readonly (readonly number[])[]; readonly total: number };

const NAMES = ['recovered', 'relapsed', 'exited'];

/** The table as published: causes, and last what is open; a hidden cell is undefined. The headline is (0, 0). */
function published({ causes, total }: Table): (number | undefined)[][] {
  const days = causes[0]!.map((_, index) => 28 * (index + 1));
  const ends = causes.flatMap((row, cause) =>
    row.flatMap((value, column) =>
      Array.from({ length: value - (row[column - 1] ?? 0) }, () => ({
        time: days[column]!,
        end: NAMES[cause],
      })),
    ),
  );
  const open = Array.from({ length: total - ends.length }, () => ({ time: 400, end: undefined }));
  const spells = [...ends, ...open].map((spell, index) => ({
    ...spell,
    who: `P${index + 1}`,
    provisional: false,
  }));
  const computed = incidenceFigure(spells, {
    unit: 'journeys',
    days,
    headlineDay: 28,
    causes: [NAMES[0]!, ...NAMES.slice(1, causes.length)],
  });
  const figure = lt5.incidence.write(computed, lt5.incidence.hide(computed));
  return [...Object.values(figure.causes), figure.open].map((points) =>
    points.map((point) => (point.state === 'estimated' ? Math.round(point.value * total) : undefined)),
  );
}

describe('what could be had by combining days is hidden, too', () => {
  test('a cell between two shown ones that are equal covers nothing', () => {
    // Were the second row hidden on day 56 it would be 5 all the same, and the first 21 − 5 − 0 − 11 = 5.
    expect(
      published({
        total: 21,
        causes: [
          [0, 5, 6],
          [5, 5, 5],
          [0, 0, 5],
        ],
      }),
    ).toEqual([
      [0, undefined, 6],
      [5, 5, 5],
      [0, 0, 5],
      [16, undefined, 5],
    ]);
  });

  test('two hidden rows whose sum stays the same stay the same', () => {
    // Were exited shown on day 56 alone, it and recovered would be 9 together on days 28 and 84: 6 and 3 all along.
    expect(
      published({
        total: 27,
        causes: [
          [3, 3, 3],
          [0, 5, 11],
          [6, 6, 6],
        ],
      }),
    ).toEqual([
      [undefined, undefined, undefined],
      [0, 5, 11],
      [undefined, undefined, undefined],
      [18, 13, 7],
    ]);
  });

  test('a small change after the last shown day', () => {
    // Recovered 6, 6, 8: with relapsed it was 11 and is 13, so either rose by 2 at most. What is open covers more.
    const table = published({
      total: 40,
      causes: [
        [6, 6, 8],
        [5, 5, 5],
        [9, 9, 9],
      ],
    });
    expect(table[0]).toEqual([6, 6, undefined]);
    expect(table[3]).toEqual([20, 20, undefined]);
  });

  test('the headline is hidden only when it is small itself or nothing else would do', () => {
    expect(
      published({
        total: 49,
        causes: [
          [7, 11, 12],
          [13, 15, 23],
          [2, 5, 8],
        ],
      })[0]![0],
    ).toBe(7);
    expect(
      published({
        total: 36,
        causes: [
          [5, 8, 10],
          [0, 4, 8],
          [5, 6, 11],
        ],
      })[0]![0],
    ).toBe(5);
    expect(published({ total: 24, causes: [[20], [3], [0]] })[0]![0]).toBeUndefined();
  });
});

describe('as it is written', () => {
  /** Twelve of so many people, those of one together; the first six recovered by day 28. */
  const spellsOf = (people: number) =>
    Array.from({ length: 12 }, (_, index) => ({
      ...{ who: `P${Math.floor((index * people) / 12)}`, provisional: false },
      ...(index < 6 ? { time: 28, end: 'recovered' } : { time: 400, end: undefined }),
    }));
  const figureOf = (unit: 'journeys' | 'lapses' | 'placements', people = 12) =>
    incidenceFigure(spellsOf(people), { unit, days: [28], headlineDay: 28, causes: ['recovered'] });
  const written = (unit: 'journeys' | 'lapses' | 'placements', hidden: Hidden = NOTHING) =>
    lt5.incidence.write(figureOf(unit), hidden);

  test('what was followed is told under its name, and beside what may be of one person twice the people', () => {
    expect(written('journeys')).toMatchObject({ journeys: 12 });
    expect(written('journeys')).not.toHaveProperty('people');
    expect(written('lapses')).toMatchObject({ lapses: 12, people: 12 });
    expect(written('placements')).toMatchObject({ placements: 12, people: 12 });
  });

  test('half recovered by day 28, with standard error and limits', () => {
    // Nobody was lost before: 6 of 12, and by the delta method √(½ × ½ / 12) = 0.144338.
    const [point] = written('journeys').causes['recovered'] ?? [];
    expect(point).toMatchObject({ day: 28, state: 'estimated', value: 0.5 });
    expect(point).toHaveProperty('se', expect.closeTo(0.144338, 5));
    expect(point).toHaveProperty('lower');
    expect(point).toHaveProperty('upper');
  });

  test('twelve lapses of four people are withheld whole, those of five are not', () => {
    expect(lt5.incidence.hide(figureOf('lapses', 4))).toEqual(WHOLE);
    expect(lt5.incidence.hide(figureOf('lapses', 5)).has('figure')).toBe(false);
    const suppressed = { state: 'suppressed' };
    expect(written('lapses', WHOLE)).toEqual({
      ...{ kind: 'incidence', lapses: suppressed, people: suppressed },
      ...{ causes: { recovered: [{ day: 28, ...suppressed }] }, open: [{ day: 28, ...suppressed }] },
    });
  });
});

/** Tables of two or three causes on two or three days, few enough people to go through all there are. */
const anyTable = fc
  .constantFrom([2, 2], [3, 2], [2, 3])
  .chain(([causes = 0, days = 0]) =>
    fc
      .tuple(
        fc.array(fc.array(fc.nat({ max: 7 }), { minLength: days, maxLength: days }), {
          minLength: causes,
          maxLength: causes,
        }),
        fc.nat({ max: 9 }),
      )
      .map(([changes, open]) => {
        const rows = changes.map((row) => row.map((_, to) => sum(row.slice(0, to + 1))));
        return { causes: rows, total: sum(rows.map((row) => row.at(-1)!)) + open };
      }),
  )
  .filter(({ total }) => total >= 5 && total <= 22);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Every change between two times of a table: of each cause and of what is open. */
function changesOf({ causes, total }: Table): Map<string, number> {
  const open = causes[0]!.map((_, column) => total - sum(causes.map((row) => row[column]!)));
  const rows = [...causes.map((row) => [0, ...row]), [total, ...open]];
  return new Map([
    ...rows.flatMap((row, at) =>
      row.flatMap((to, later) =>
        row
          .slice(0, later)
          .map((from, earlier) => [`${at}: ${earlier} to ${later}`, Math.abs(to - from)] as const),
      ),
    ),
    ...open.map((left, column) => [`open on ${column + 1}`, left] as const),
  ]);
}

/** Goes through the tables that agree with what is published, until `visit` has seen enough. */
function attack(shown: (number | undefined)[][], total: number, visit: (table: Table) => boolean): void {
  const causes = shown.length - 1;
  const days = shown[0]!.length;
  const rows: number[][] = Array.from({ length: causes }, () => []);
  const fill = (column: number, cause: number): boolean => {
    if (column === days) return visit({ causes: rows.map((row) => [...row]), total });
    const used = sum(rows.slice(0, cause).map((row) => row[column]!));
    if (cause === causes) {
      const open = shown[causes]![column];
      return (open === undefined || open === total - used) && fill(column + 1, 0);
    }
    const known = shown[cause]![column];
    const least = Math.max(rows[cause]![column - 1] ?? 0, known ?? 0);
    const most = Math.min(known ?? total, total - used);
    for (let value = least; value <= most; value += 1) {
      rows[cause]![column] = value;
      if (fill(column, cause + 1)) return true;
    }
    rows[cause]!.length = column;
    return false;
  };
  fill(0, 0);
}

test('whatever happens, no change of one to four can be told nearer than to five', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const secrets = [...changesOf(table)].filter(([, people]) => people >= 1 && people <= 4);
      const ranges = new Map(secrets.map(([name]) => [name, { least: Infinity, most: -Infinity }]));
      attack(published(table), table.total, (possible) => {
        const changes = changesOf(possible);
        let wide = true;
        for (const [name, range] of ranges) {
          range.least = Math.min(range.least, changes.get(name)!);
          range.most = Math.max(range.most, changes.get(name)!);
          wide &&= range.most - range.least >= 5;
        }
        return wide;
      });
      for (const [name, { least, most }] of ranges)
        expect(most - least, `${name} is ${least} to ${most}`).toBeGreaterThanOrEqual(5);
    }),
    { numRuns: 150 },
  );
});
