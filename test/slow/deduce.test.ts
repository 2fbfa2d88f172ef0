import { expect, test } from 'vitest';
import type { ComputedHeadline } from '../../shared/outcomes/computed.ts';
import type { Figure } from '../../shared/outcomes/document.ts';
import { disclose } from '../../shared/outcomes/disclosure.ts';
import { aCrowd } from '../support/crowd.ts';
import { compute } from '../support/compute.ts';

/**
 * What a reader can work out of the groups of a published pack. The groups of a dimension add up to the whole, so one
 * equation holds of each number of a proportion, a count or a survival: what is withheld of it adds up to the whole
 * less what is shown. Of one equation in numbers that are at least 0 a linear program finds for each of them the range
 * from 0 to that rest; of one alone the rest itself.
 */

type Numbers = Readonly<Record<string, number>>;

/** The numbers a published figure tells; undefined where it is withheld. */
function told(figure: Figure): Numbers | undefined {
  switch (figure.kind) {
    case 'proportion':
      if (figure.state === 'unavailable') return { numerator: 0, complement: 0, denominator: 0 };
      if (figure.state !== 'estimated') return undefined;
      return {
        numerator: figure.numerator,
        complement: figure.denominator - figure.numerator,
        denominator: figure.denominator,
      };
    case 'count':
      return figure.state === 'estimated' ? { count: figure.value } : undefined;
    case 'survival':
      return typeof figure.journeys === 'number' ? { journeys: figure.journeys } : undefined;
    default:
      return undefined;
  }
}

/** What is true of it, and how many distinct people that is. */
function truth(figure: ComputedHeadline): Readonly<Record<string, { count: number; people: number }>> {
  switch (figure.kind) {
    case 'proportion': {
      const { numerator, denominator, complement } = figure;
      const rest = { count: denominator.count - numerator.count, people: complement };
      return { numerator, complement: rest, denominator };
    }
    case 'count':
      return { count: figure };
    case 'survival':
      return { journeys: figure.journeys };
    default:
      return {};
  }
}

/** Each number of one to four people that the groups of a pack tell more nearly than five wide. */
function deduced(seed: number, size: number): string[] {
  const { computed } = compute({ ...aCrowd(seed, size, 0.6) });
  const document = disclose(computed, { revision: 1, asAt: '2026-11-05T06:00:00.000Z' });
  return Object.entries(computed.measures).flatMap(([id, measure]) => {
    const published = document.measures[id];
    const whole = published === undefined ? undefined : told(published);
    if (published === undefined || whole === undefined) return [];
    return Object.entries(measure.splits).flatMap(([dimension, categories]) => {
      const shown = Object.entries(published.splits?.[dimension] ?? {}).map(([name, figure]) => ({
        name,
        numbers: told(figure),
      }));
      const inGroups = (number: string): number =>
        Object.values(categories).reduce((sum, figure) => sum + (truth(figure)[number]?.count ?? 0), 0);
      return Object.keys(whole).flatMap((number) => {
        // Who is in no group is known to nobody.
        if (inGroups(number) !== whole[number]) return [];
        const rest = shown.reduce((left, { numbers }) => left - (numbers?.[number] ?? 0), whole[number]);
        const hidden = shown.filter(({ numbers }) => numbers === undefined);
        const width = hidden.length === 1 ? 0 : rest;
        return hidden.flatMap(({ name }) => {
          const category = categories[name];
          const people = category === undefined ? 0 : (truth(category)[number]?.people ?? 0);
          return people >= 1 && people <= 4 && width < 5
            ? [`${id} ${dimension} ${name} ${number}: ${people}, within ${width}`]
            : [];
        });
      });
    });
  });
}

test.each(Array.from({ length: 60 }, (_, index) => [1000 + index, 8 + ((index * 7) % 60)]))(
  'of pack %i, of %i people, no number of one to four is told by its groups',
  (seed, size) => {
    expect(deduced(seed, size)).toEqual([]);
  },
  60_000,
);
