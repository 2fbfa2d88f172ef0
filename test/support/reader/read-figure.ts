import type { Count, Figure } from '../../../shared/outcomes/document.ts';
import type { Cells } from './cells.ts';
import { type Fact, minus, plus, type Sum } from './reading.ts';

/** How a shown count is read: as it is, or as whatever is rounded to it. */
export type ReadCount = (sum: Sum, shown: number, from: string) => readonly Fact[];

export const exactly: ReadCount = (sum, value, from) => [{ sum, is: '=', value, from }];

export const roundedTo5: ReadCount = (sum, shown, from) =>
  shown === 0
    ? [{ sum, is: '=', value: 0, from }]
    : [
        { sum, is: '<=', value: shown + 2, from },
        { sum: minus(sum), is: '<=', value: -Math.max(8, shown - 2), from },
      ];

/** What a figure says of its own sums. */
export function readFigure(at: string, figure: Figure, cells: Cells, readCount: ReadCount): Fact[] {
  const nobody = (): Fact[] => [{ sum: cells.count, is: '=', value: 0, from: at }];
  const told = (sum: Sum | undefined, count: Count): readonly Fact[] =>
    sum === undefined || typeof count !== 'number' ? [] : readCount(sum, count, at);
  switch (figure.kind) {
    case 'survival': {
      const { ended = [], censored = [], parts = {} } = cells;
      const up = (sums: readonly Sum[], index: number): Sum => plus(...sums.slice(0, index + 1));
      return [
        ...told(cells.count, figure.journeys),
        ...told(plus(...ended), figure.events),
        ...Object.entries(figure.parts).flatMap(([part, count]) => told(parts[part], count)),
        ...(Object.keys(parts).length === 0
          ? []
          : [
              {
                sum: plus(...Object.values(parts), minus(plus(...ended))),
                is: '=' as const,
                value: 0,
                from: at,
              },
            ]),
        ...figure.points.flatMap((point, index): readonly Fact[] => {
          const left = plus(cells.count, minus(up(ended, index)), minus(up(censored, index)));
          if (point.state === 'unavailable')
            return point.reason === 'no-eligible'
              ? nobody()
              : point.reason === 'beyond-follow-up'
                ? [{ sum: left, is: '=', value: 0, from: at }]
                : [];
          if (point.state === 'suppressed') return [];
          const facts = [...told(up(ended, index), point.events), ...told(left, point.atRisk)];
          return typeof figure.journeys === 'number'
            ? [
                ...facts,
                // Whoever is censored leaves the others to stand for them: so many events at most.
                {
                  sum: up(ended, index),
                  is: '<=',
                  value: figure.journeys * (1 - point.value) + 1e-7,
                  from: `${at} curve`,
                },
              ]
            : facts;
        }),
      ];
    }
    case 'incidence': {
      const { causes = {} } = cells;
      const followed = figure.lapses ?? figure.journeys ?? figure.placements;
      const up = (sums: readonly Sum[], index: number): Sum => plus(...sums.slice(0, index + 1));
      const point = (
        shown: { state: string; value?: number; reason?: string } | undefined,
        sum: Sum,
      ): Fact[] => {
        if (shown?.state === 'unavailable' && shown.reason === 'no-eligible') return nobody();
        if (shown?.state !== 'estimated' || shown.value === undefined || typeof followed !== 'number')
          return [];
        const value = shown.value * followed;
        // A whole number is taken for a count: nobody was censored before.
        return Math.abs(value - Math.round(value)) < 1e-7
          ? [{ sum, is: '=', value: Math.round(value), from: `${at} curve` }]
          : [{ sum, is: '<=', value: value + 1e-7, from: `${at} curve` }];
      };
      return [
        ...(followed === undefined ? [] : told(cells.count, followed)),
        ...(figure.people === undefined ? [] : told(cells.heads, figure.people)),
        // Everybody has one or more.
        ...(cells.heads === undefined
          ? []
          : [{ sum: plus(cells.heads, minus(cells.count)), is: '<=' as const, value: 0, from: at }]),
        ...Object.entries(figure.causes).flatMap(([cause, points]) =>
          points.flatMap((shown, index) => point(shown, up(causes[cause] ?? [], index))),
        ),
        ...figure.open.flatMap((shown, index): Fact[] => {
          const [fact] = point(shown, [['', 0]]);
          if (fact?.is !== '=') return [];
          const gone = plus(...Object.values(causes).map((sums) => up(sums, index)));
          return [{ ...fact, sum: plus(cells.count, minus(gone)) }];
        }),
      ];
    }
    case 'proportion':
      if (figure.state === 'unavailable') return figure.reason === 'no-eligible' ? nobody() : [];
      if (figure.state === 'suppressed') return [];
      return [
        ...told(cells.numerator, figure.numerator),
        ...told(cells.count, figure.denominator),
        ...Object.entries(figure.excluded ?? {}).flatMap(([reason, count]) =>
          told(cells.excluded?.[reason], count),
        ),
      ];
    case 'count':
      return figure.state === 'suppressed' ? [] : [...told(cells.count, figure.value)];
    case 'mean':
      if (figure.state === 'unavailable') return figure.reason === 'no-eligible' ? nobody() : [];
      return figure.state === 'suppressed' ? [] : [...told(cells.count, figure.values)];
    case 'rate':
      if (figure.state === 'unavailable') return figure.reason === 'no-eligible' ? nobody() : [];
      if (figure.state === 'suppressed') return [];
      return [
        ...told(cells.count, figure.events),
        ...toldDays(cells.days ?? [], figure.exposure, readCount === exactly, at),
      ];
    case 'median':
      if (figure.state === 'unavailable') return figure.reason === 'no-eligible' ? nobody() : [];
      // It is shown of five people or more.
      return figure.state === 'suppressed'
        ? []
        : [{ sum: minus(cells.count), is: '<=', value: -5, from: at }];
  }
}

/** The days behind person-weeks that are told to the day, or to the nearest five weeks. */
function toldDays(sum: Sum, weeks: number, toTheDay: boolean, from: string): readonly Fact[] {
  if (toTheDay) return [{ sum, is: '=', value: Math.round(weeks * 7), from }];
  return [
    { sum, is: '<=', value: Math.floor((weeks + 2.5) * 7), from },
    { sum: minus(sum), is: '<=', value: -Math.ceil((weeks - 2.5) * 7), from },
  ];
}
