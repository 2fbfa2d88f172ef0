import type { Figure } from '../../../shared/outcomes/document.ts';
import { one, plus, type Sum } from './reading.ts';

/** The sums that a figure at a place is made of, by name; the unknowns are named for the place. */
export type Cells = {
  readonly count: Sum;
  readonly numerator?: Sum;
  readonly complement?: Sum;
  /** Of a rate. */
  readonly days?: Sum;
  readonly excluded?: Readonly<Record<string, Sum>>;
  /** Between reported days, and after the last. */
  readonly ended?: readonly Sum[];
  readonly censored?: readonly Sum[];
  readonly parts?: Readonly<Record<string, Sum>>;
  readonly causes?: Readonly<Record<string, readonly Sum[]>>;
  readonly rest?: Sum;
  /** The people that lapses or placements are of. */
  readonly heads?: Sum;
  /** The reported days of a curve. */
  readonly curve?: readonly number[];
};

/** The sums of a figure; of what is not shown only the shape is looked at. */
export function cellsOf(at: string, figure: Figure): Cells {
  const named = (name: string): Sum => one(`${at}#${name}`);
  const steps = (days: number) => Array.from({ length: days + 1 }, (_, step) => step);
  switch (figure.kind) {
    case 'proportion': {
      const [numerator, complement] = [named('x'), named('y')];
      const excluded = 'excluded' in figure ? Object.keys(figure.excluded ?? {}) : [];
      return {
        numerator,
        complement,
        count: plus(numerator, complement),
        excluded: Object.fromEntries(excluded.map((reason) => [reason, named(`excluded ${reason}`)])),
      };
    }
    case 'survival': {
      const ended = steps(figure.points.length).map((step) => named(`ended ${step}`));
      const censored = steps(figure.points.length).map((step) => named(`censored ${step}`));
      const parts = Object.keys(figure.parts).map((part) => [part, named(`part ${part}`)] as const);
      const curve = figure.points.map(({ day }) => day);
      return { count: plus(...ended, ...censored), ended, censored, parts: Object.fromEntries(parts), curve };
    }
    case 'incidence': {
      const causes = Object.keys(figure.causes).map(
        (cause) => [cause, steps(figure.open.length).map((step) => named(`${cause} ${step}`))] as const,
      );
      const rest = named('rest');
      return {
        count: plus(...causes.flatMap(([, sums]) => sums), rest),
        causes: Object.fromEntries(causes),
        rest,
        ...(figure.people === undefined ? {} : { heads: named('people') }),
        curve: figure.open.map(({ day }) => day),
      };
    }
    case 'rate':
      return { count: named('count'), days: named('days') };
    default:
      return { count: named('count') };
  }
}

/**
 * What of a figure adds up over the categories of a split, in an order that is the same for every category: of a curve
 * what happened between each two of some of its days.
 */
export function additive(
  { count, numerator, complement, days, ended = [], censored = [], causes = {}, rest, curve = [] }: Cells,
  some: readonly number[],
): Sum[] {
  if (numerator !== undefined && complement !== undefined) return [numerator, complement];
  const ends = [...some.map((day) => curve.indexOf(day) + 1), curve.length + 1];
  const between = (sums: readonly Sum[]): Sum[] =>
    ends.map((end, index) => plus(...sums.slice(ends[index - 1] ?? 0, end)));
  if (ended.length > 0) return [ended, censored].flatMap(between);
  if (rest !== undefined) return [...Object.values(causes).flatMap(between), rest];
  return days === undefined ? [count] : [count, days];
}
