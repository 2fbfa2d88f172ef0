import type { ComputedIncidence } from '../../computed.ts';
import type { Form } from '../audit/knowledge.ts';
import { minus } from '../audit/lines.ts';
import type { Described } from './described.ts';
import {
  addAtom,
  addEquation,
  addNobody,
  addSecret,
  addStatement,
  addUnit,
  type Draft,
  plus,
  valueOf,
} from './draft.ts';
import type { Place } from './place.ts';
import { stateTotals } from './state-totals.ts';
import { sumsBetween } from './sums-between.ts';

/** With the whole figure every cause on every day goes, too. */
const WHOLE_FIGURE = 6;

/**
 * An incidence figure as what each cause ended between each two of: the start, the reported days, the end of all
 * follow-up; and what nothing had ended. A share of those followed tells, where nobody was censored, exactly how many
 * it is of; it is taken to do so always. Of lapses and placements it is also told how many people they are of.
 */
export function describeIncidence(
  draft: Draft,
  place: Place,
  { unit, followed, causes, open, headline, headlineDay }: ComputedIncidence,
  cost: number,
): Described {
  const rows = Object.entries(causes);
  const ended = rows.map(([, series]) => series.ended.map((count) => addAtom(draft, count)));
  const allEnded = ended.flat();
  const rest = addAtom(draft, followed.count - valueOf(draft, plus(...allEnded)));
  const all = plus(...allEnded, rest);
  const heads = unit === 'journeys' ? undefined : addHeads(draft, all, followed.people);
  const upTo = (forms: readonly Form[], column: number): Form => plus(...forms.slice(0, column + 1));
  const openAt = (column: number): Form => plus(all, ...ended.map((forms) => minus(upTo(forms, column))));

  // Beyond all follow-up nothing happens any more.
  const last = followed.count === 0 ? 0 : open.points.findIndex(({ state }) => state === 'unavailable') + 1;
  if (last > 0)
    addNobody(
      draft,
      ended.flatMap((forms) => forms.slice(last)),
    );
  if (followed.count === 0) addNobody(draft, [...allEnded, rest]);
  else {
    const figureUnit = addUnit(draft, { place, name: 'figure', cost: cost * WHOLE_FIGURE });
    if (!draft.rule.exact) stateTotals(draft, figureUnit, [{ form: all, people: followed.people }]);
    else {
      addStatement(draft, figureUnit, all, 1);
      if (heads !== undefined) addStatement(draft, figureUnit, heads, 1);
      const stateCell = (row: number, column: number, form: Form, weight: number): void => {
        const unit = addUnit(draft, { place, name: `cell:${row}:${column}`, cost: cost * weight });
        addStatement(draft, unit, form);
      };
      open.points.forEach(({ day, state }, column) => {
        if (state !== 'estimated') return;
        rows.forEach(([name], row) => {
          const weight = name === headline ? (day === headlineDay ? 0.9 : 0.7) : 0.3;
          stateCell(row, column, upTo(ended[row] ?? [], column), weight);
        });
        stateCell(rows.length, column, openAt(column), 0.4);
      });
    }
  }

  addSecret(draft, place, 'followed', all, followed.people);
  if (heads !== undefined) addSecret(draft, place, 'people', heads, followed.people);
  rows.forEach(([name, { flow, points }], row) => {
    const forms = ended[row];
    if (forms === undefined) return;
    for (let from = 0; from < forms.length; from += 1) {
      for (let to = from + 1; to <= forms.length; to += 1) {
        const few = flow[from]?.[to] ?? 0;
        addSecret(draft, place, `${name} ${from}–${to}`, plus(...forms.slice(from, to)), few);
      }
    }
    points.forEach((point, column) => {
      if (point.state === 'estimated')
        addSecret(
          draft,
          place,
          `not ${name} ${column + 1}`,
          plus(all, minus(upTo(forms, column))),
          point.complement,
        );
    });
  });
  open.points.forEach((point, column) => {
    if (point.state === 'estimated')
      addSecret(draft, place, `open ${column + 1}`, openAt(column), point.people);
  });
  const reported = open.points.map(({ day }) => day);
  return {
    days: reported,
    additive: (some) => [...ended.flatMap((forms) => sumsBetween(forms, reported, some)), rest],
    cells: { count: all },
    ...(heads === undefined ? {} : { heads }),
    causes: Object.fromEntries(rows.map(([name], row) => [name, ended[row] ?? []])),
    people: followed.people,
  };
}

/** The distinct people behind so many: each has one or more. */
function addHeads(draft: Draft, all: Form, people: number): Form {
  const heads = addAtom(draft, people);
  addEquation(draft, all, plus(heads, addAtom(draft, valueOf(draft, all) - people)));
  return heads;
}
