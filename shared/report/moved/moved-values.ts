import type { Figure } from '../../outcomes/document.ts';
import type { FigureValue } from '../figure-value.ts';
import { valuesOf } from '../figure-values.ts';
import type { MovedFigure } from './moved-figures.ts';

/** One number of a figure that moved, as it was issued and as it is; null: there is no such number. */
export type MovedValue = {
  readonly kind: Figure['kind'];
  readonly issued: FigureValue | null;
  readonly now: FigureValue | null;
  /** One of the two: which number of the figure it is. */
  readonly of: FigureValue;
};

/** The numbers of a figure that say something else than they said; those of it that stand are left out. */
export function movedValues({ issued, now }: Pick<MovedFigure, 'issued' | 'now'>): MovedValue[] {
  const before = issued === null ? [] : valuesOf(issued).map((of) => ({ kind: issued.kind, of }));
  const after = now === null ? [] : valuesOf(now).map((of) => ({ kind: now.kind, of }));
  return [
    ...before.flatMap(({ kind, of }): MovedValue[] => {
      const stands = after.find((other) => sameValue(of, other.of))?.of ?? null;
      return stands !== null && says(stands) === says(of) ? [] : [{ kind, issued: of, now: stands, of }];
    }),
    ...after.flatMap(({ kind, of }): MovedValue[] =>
      before.some((other) => sameValue(of, other.of)) ? [] : [{ kind, issued: null, now: of, of }],
    ),
  ];
}

const sameValue = (one: FigureValue, other: FigureValue): boolean =>
  one.statistic === other.statistic && one.outcome === other.outcome && one.day === other.day;

const says = (value: FigureValue): string => JSON.stringify(value);
