import { describe, expect, test } from 'vitest';
import type { ComputedFigure, ComputedHeadline, ComputedMeasure } from '../../shared/outcomes/computed.ts';
import { compute } from '../support/compute.ts';
import { aCrowd, type Crowd } from '../support/crowd.ts';

const CASES = [
  { seed: 11, size: 60, density: 1, month: '2026-10' },
  { seed: 12, size: 90, density: 0.5, month: '2026-02' },
  { seed: 13, size: 40, density: 2, month: '2026-03' },
  { seed: 14, size: 120, density: 0.2, month: '2026-10' },
  { seed: 15, size: 90, density: 1, month: '2025-12' },
];

const computed = CASES.map(({ seed, size, density, month }) => {
  const crowd = aCrowd(seed, size, density);
  return { crowd, month, measures: Object.entries(compute({ ...crowd, month }).computed.measures) };
});

/** All headlines of a measure: its own, under other rules, and split. */
const headlinesOf = ({ headline, sensitivity, splits }: ComputedMeasure): ComputedHeadline[] => [
  headline,
  ...Object.values(sensitivity),
  ...Object.values(splits).flatMap((categories) => Object.values(categories)),
];

const figures = computed.flatMap(({ measures }) =>
  measures.flatMap(([id, one]) =>
    [...headlinesOf(one), ...Object.values(one.beside)].map((figure): [string, ComputedFigure] => [
      id,
      figure,
    ]),
  ),
);

test('the incidences of all causes and what is open add up to 1 on every day', () => {
  let days = 0;
  for (const [id, figure] of figures) {
    if (figure.kind !== 'incidence') continue;
    figure.open.points.forEach((open, index) => {
      if (open.state !== 'estimated') return;
      const shares = Object.values(figure.causes).map(({ points }) => {
        const point = points[index];
        return point?.state === 'estimated' ? point.value : Number.NaN;
      });
      days += 1;
      expect(
        shares.reduce((sum, share) => sum + share, open.value),
        id,
      ).toBeCloseTo(1, 12);
    });
  }
  expect(days).toBeGreaterThan(150);
});

test('Kaplan–Meier is the simple share where nobody was censored before', () => {
  let compared = 0;
  for (const [id, figure] of figures) {
    if (figure.kind !== 'survival') continue;
    const { journeys, followed, points } = figure;
    for (const point of points) {
      if (point.state !== 'estimated') continue;
      expect(followed.filter(({ event, time }) => event && time <= point.day)).toHaveLength(
        point.events.count,
      );
      if (point.events.count + point.atRisk.count !== journeys.count) continue;
      compared += 1;
      expect(point.value, id).toBeCloseTo(1 - point.events.count / journeys.count, 12);
    }
  }
  expect(compared).toBeGreaterThan(50);
});

test('what a survival figure lost by each day was in the occupancies: to events, or as planned', () => {
  for (const [id, { headline, beside }] of computed.flatMap(({ measures }) => measures)) {
    if (headline.kind !== 'survival') continue;
    const { occupancy } = beside;
    expect(occupancy, id).toMatchObject({ kind: 'incidence', followed: headline.journeys });
    const parts = Object.values(headline.parts).reduce((sum, { count }) => sum + count, 0);
    expect(parts, id).toBe(headline.events.count);
  }
});

/** What of a figure is counted, and so adds up over exclusive categories. */
function countsOf(figure: ComputedHeadline): Record<string, number> {
  switch (figure.kind) {
    case 'survival': {
      const { journeys, events, parts } = figure;
      const each = Object.entries(parts).map(([part, { count }]): [string, number] => [part, count]);
      return { journeys: journeys.count, events: events.count, ...Object.fromEntries(each) };
    }
    case 'incidence': {
      const ended = Object.entries(figure.causes).map(([cause, series]): [string, number] => [
        cause,
        series.ended.reduce((sum, some) => sum + some, 0),
      ]);
      return { followed: figure.followed.count, ...Object.fromEntries(ended) };
    }
    case 'proportion':
      return { numerator: figure.numerator.count, denominator: figure.denominator.count };
    case 'count':
      return { count: figure.count };
    case 'mean':
      return { values: figure.state === 'estimated' ? figure.values : 0 };
    case 'rate':
      return figure.state === 'estimated'
        ? { events: figure.events.count, exposure: figure.exposure.amount }
        : { events: 0, exposure: 0 };
  }
}

describe('the categories of every dimension add up to the whole', () => {
  const ids = computed[0]!.measures.map(([id]) => id).filter((id) => id !== 'practice-reflection');

  test.each(ids)('%s', (id) => {
    for (const { measures } of computed) {
      const [, { headline, splits }] = measures.find(([one]) => one === id)!;
      const whole = countsOf(headline);
      for (const [dimension, categories] of Object.entries(splits)) {
        const parts = Object.values(categories).map(countsOf);
        for (const [name, count] of Object.entries(whole)) {
          // Of a curve of few people what its events were is told of the whole alone.
          if (parts.some((part) => !(name in part))) continue;
          const sum = parts.reduce((total, part) => total + part[name]!, 0);
          expect(sum, `${dimension}, ${name}`).toBeCloseTo(count, 9);
        }
      }
    }
  });
});

/** The same crowd told from its end: people, and the records of each. */
function reversed({ people, unattached, reflections }: Crowd): Crowd {
  return {
    people: people.map((one) => ({ ...one, records: one.records.toReversed() })).toReversed(),
    unattached: unattached.toReversed(),
    reflections: reflections.toReversed(),
  };
}

/** Another order again: every third first. */
function dealt({ people, unattached, reflections }: Crowd): Crowd {
  const deal = <One>(all: readonly One[]): One[] =>
    [0, 1, 2].flatMap((pile) => all.filter((_, i) => i % 3 === pile));
  return {
    people: deal(people.map((one) => ({ ...one, records: deal(one.records) }))),
    unattached: deal(unattached),
    reflections: deal(reflections),
  };
}

test.each([
  ['told from its end', reversed],
  ['dealt in three piles', dealt],
])('a crowd %s gives the same figures', (_, order) => {
  for (const { crowd, month, measures } of computed) {
    const again = Object.entries(compute({ ...order(crowd), month }).computed.measures);
    expect(again.map(withoutOrder)).toEqual(measures.map(withoutOrder));
  }
});

/** Each journey's time is in no order of its own; whatever is shown is compared to the last bit. */
function withoutOrder([id, one]: [string, ComputedMeasure]): unknown {
  const sorted = JSON.stringify(one, (key, value: unknown) =>
    key === 'followed' && Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value,
  );
  return [id, JSON.parse(sorted)];
}
