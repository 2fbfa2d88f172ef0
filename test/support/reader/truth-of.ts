import type { ComputedFigure, ComputedOutcomes } from '../../../shared/outcomes/computed.ts';
import { placedFigures } from '../../../shared/outcomes/disclosure/pack/placed-figures.ts';
import { type Cells } from './cells.ts';
import type { AllCells } from './links.ts';
import { minus, plus, type Sum } from './reading.ts';

/** A number of few people, as sum of what a reader does not know. */
export type Kept = { readonly name: string; readonly sum: Sum; readonly value: number };

/** What the unknowns truly are, and all numbers of one to four people among them. */
export function truthOf(
  { measures }: Pick<ComputedOutcomes, 'measures'>,
  cells: AllCells,
): { readonly truth: ReadonlyMap<string, number>; readonly kept: readonly Kept[] } {
  const truth = new Map<string, number>();
  const kept: Kept[] = [];
  for (const [id, measure] of Object.entries(measures)) {
    for (const { place, figure } of placedFigures(id, measure)) {
      const at = [place.measure, place.part, place.name, place.category].join('|');
      const own = cells.get(at);
      if (own === undefined) continue;
      const set = (sum: Sum | undefined, value: number): void => {
        for (const [name] of sum ?? []) truth.set(name, value);
      };
      const keep = (what: string, sum: Sum | undefined, people: number): void => {
        if (sum === undefined || people < 1 || people > 4) return;
        kept.push({ name: `${at}#${what}`, sum, value: NaN });
      };
      note(figure, own, set, keep);
    }
  }
  const valueOf = (sum: Sum): number =>
    sum.reduce((total, [name, times]) => total + times * (truth.get(name) ?? 0), 0);
  return { truth, kept: kept.map((one) => ({ ...one, value: valueOf(one.sum) })) };
}

/** Who is left out for these reasons is one headline less another, neither of which is withheld for them. */
const TOLD_BY_HEADLINES: ReadonlySet<string> = new Set([
  'completed-within-28-days',
  'started-within-14-days',
]);

type Set = (sum: Sum | undefined, value: number) => void;
type Keep = (what: string, sum: Sum | undefined, people: number) => void;

function note(figure: ComputedFigure, cells: Cells, set: Set, keep: Keep): void {
  switch (figure.kind) {
    case 'proportion': {
      const { numerator, denominator, complement, excluded } = figure;
      set(cells.numerator, numerator.count);
      set(cells.complement, denominator.count - numerator.count);
      keep('numerator', cells.numerator, numerator.people);
      keep('complement', cells.complement, complement);
      keep('denominator', cells.count, denominator.people);
      for (const [reason, { count, people }] of Object.entries(excluded ?? {})) {
        set(cells.excluded?.[reason], count);
        if (!TOLD_BY_HEADLINES.has(reason)) keep(`left out for ${reason}`, cells.excluded?.[reason], people);
      }
      return;
    }
    case 'count':
      set(cells.count, figure.count);
      keep('count', cells.count, figure.people);
      return;
    case 'mean':
      set(cells.count, figure.state === 'estimated' ? figure.values : 0);
      if (figure.state === 'estimated') keep('values', cells.count, figure.people);
      return;
    case 'rate':
      set(cells.count, figure.state === 'estimated' ? figure.events.count : 0);
      set(cells.days, figure.state === 'estimated' ? Math.round(figure.exposure.amount * 7) : 0);
      if (figure.state !== 'estimated') return;
      keep('events', cells.count, figure.events.people);
      keep('days', cells.days, figure.exposure.people);
      return;
    case 'median':
      set(cells.count, NaN);
      return;
    case 'survival': {
      const { ended = [], censored = [], parts = {} } = cells;
      let [events, gone] = [0, 0];
      [...figure.points, undefined].forEach((point, index) => {
        const all = { events: figure.events.count, gone: figure.journeys.count - figure.events.count };
        const now =
          point?.state === 'estimated'
            ? {
                events: point.events.count,
                gone: figure.journeys.count - point.events.count - point.atRisk.count,
              }
            : all;
        set(ended[index], now.events - events);
        set(censored[index], now.gone - gone);
        events = now.events;
        gone = now.gone;
      });
      for (const [part, { count, people }] of Object.entries(figure.parts)) {
        set(parts[part], count);
        keep(part, parts[part], people);
      }
      keep('journeys', cells.count, figure.journeys.people);
      keep('events', plus(...ended), figure.events.people);
      keep('without event', plus(...censored), figure.complement);
      for (let from = 0; from < ended.length; from += 1)
        for (let to = from + 1; to <= ended.length; to += 1) {
          keep(`events ${from}-${to}`, plus(...ended.slice(from, to)), figure.eventFlow[from]?.[to] ?? 0);
          keep(
            `censored ${from}-${to}`,
            plus(...censored.slice(from, to)),
            figure.censoredFlow[from]?.[to] ?? 0,
          );
        }
      figure.points.forEach((point, index) => {
        if (point.state !== 'estimated') return;
        const before = plus(cells.count, minus(plus(...ended.slice(0, index + 1))));
        keep(`free ${index}`, before, point.complement);
        keep(
          `at risk ${index}`,
          plus(before, minus(plus(...censored.slice(0, index + 1)))),
          point.atRisk.people,
        );
      });
      return;
    }
    case 'incidence': {
      const { causes = {}, rest } = cells;
      let total = 0;
      for (const [cause, { ended, flow, points }] of Object.entries(figure.causes)) {
        const sums = causes[cause] ?? [];
        sums.forEach((sum, index) => {
          set(sum, ended[index] ?? 0);
          total += ended[index] ?? 0;
        });
        for (let from = 0; from < sums.length; from += 1)
          for (let to = from + 1; to <= sums.length; to += 1)
            keep(`${cause} ${from}-${to}`, plus(...sums.slice(from, to)), flow[from]?.[to] ?? 0);
        points.forEach((point, index) => {
          if (point.state === 'estimated')
            keep(
              `not ${cause} ${index}`,
              plus(cells.count, minus(plus(...sums.slice(0, index + 1)))),
              point.complement,
            );
        });
      }
      set(rest, figure.followed.count - total);
      set(cells.heads, figure.followed.people);
      keep('followed', cells.count, figure.followed.people);
      keep('people', cells.heads, figure.followed.people);
      figure.open.points.forEach((point, index) => {
        if (point.state !== 'estimated') return;
        const gone = plus(...Object.values(causes).map((sums) => plus(...sums.slice(0, index + 1))));
        keep(`open ${index}`, plus(cells.count, minus(gone)), point.people);
      });
    }
  }
}
