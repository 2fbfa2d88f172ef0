import type { ComputedSurvival } from '../../computed.ts';
import type { Form } from '../audit/knowledge.ts';
import { minus } from '../audit/lines.ts';
import type { UnitName } from '../hidden.ts';
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
} from './draft.ts';
import type { Place } from './place.ts';
import { stateTotals } from './state-totals.ts';
import { sumsBetween } from './sums-between.ts';

/** With the whole figure every day, number at risk and part of it goes, too. */
const WHOLE_FIGURE = 6;

/**
 * A survival figure as the events and the censored between each two of: the start, the reported days, the end of all
 * follow-up; and the events by what they were.
 */
export function describeSurvival(
  draft: Draft,
  place: Place,
  figure: ComputedSurvival,
  cost: number,
): Described {
  const { journeys, events, complement, parts, points, eventFlow, censoredFlow } = figure;
  const end = points.length + 1;
  const eventsBy = runningCounts(figure);
  const ended = eventsBy.map((count, i) => addAtom(draft, count.events - (eventsBy[i - 1]?.events ?? 0)));
  const censored = eventsBy.map((count, i) =>
    addAtom(draft, count.censored - (eventsBy[i - 1]?.censored ?? 0)),
  );
  const partForms = Object.values(parts).map(({ count }) => addAtom(draft, count));
  const allEvents = plus(...ended);
  const all = plus(allEvents, ...censored);
  if (partForms.length > 0) addEquation(draft, plus(...partForms), allEvents);

  // Beyond all follow-up nothing happens any more.
  const last = journeys.count === 0 ? 0 : points.findIndex(({ state }) => state === 'unavailable') + 1;
  if (last > 0) addNobody(draft, [...ended.slice(last), ...censored.slice(last)]);

  if (journeys.count === 0) addNobody(draft, [...ended, ...censored, ...partForms]);
  else stateFigure(draft, place, figure, { ended, censored, all, allEvents, partForms }, cost);

  addSecret(draft, place, 'journeys', all, journeys.people);
  addSecret(draft, place, 'events', allEvents, events.people);
  addSecret(draft, place, 'without an event', plus(all, minus(allEvents)), complement);
  Object.entries(parts).forEach(([part, { people }], index) => {
    const form = partForms[index];
    if (form !== undefined) addSecret(draft, place, part, form, people);
  });
  for (let from = 0; from < end; from += 1) {
    for (let to = from + 1; to <= end; to += 1) {
      const between = `${from}–${to}`;
      const slice = (forms: readonly Form[]) => plus(...forms.slice(from, to));
      addSecret(draft, place, `events ${between}`, slice(ended), eventFlow[from]?.[to] ?? 0);
      addSecret(draft, place, `censored ${between}`, slice(censored), censoredFlow[from]?.[to] ?? 0);
    }
  }
  points.forEach((point, index) => {
    if (point.state !== 'estimated') return;
    const gone = plus(upTo(ended, index + 1), upTo(censored, index + 1));
    addSecret(draft, place, `at risk ${index + 1}`, plus(all, minus(gone)), point.atRisk.people);
    addSecret(draft, place, `free ${index + 1}`, plus(all, minus(upTo(ended, index + 1))), point.complement);
  });
  const days = points.map(({ day }) => day);
  return {
    days,
    additive: (some) => [ended, censored].flatMap((forms) => sumsBetween(forms, days, some)),
    cells: { count: all },
    causes: Object.fromEntries(
      Object.keys(parts).map((part, index) => [part, partForms.slice(index, index + 1)]),
    ),
    ...{ events: ended, censored },
    people: journeys.people,
  };
}

type Forms = {
  readonly ended: readonly Form[];
  readonly censored: readonly Form[];
  readonly all: Form;
  readonly allEvents: Form;
  readonly partForms: readonly Form[];
};

/** What is shown of a curve, each number by its unit; of one that is not published its totals, by one. */
function stateFigure(
  draft: Draft,
  place: Place,
  { journeys, events, complement, parts, points, headlineDay }: ComputedSurvival,
  { ended, censored, all, allEvents, partForms }: Forms,
  cost: number,
): void {
  // Who is withheld by name is somebody: nobody would have been shown as such.
  const figureUnit = addUnit(draft, { place, name: 'figure', cost: cost * WHOLE_FIGURE });
  const ofParts = Object.entries(parts).map(([part, { people }], index) => ({
    part,
    people,
    form: partForms[index] ?? [],
  }));
  if (!draft.rule.exact) {
    const ofEvents = [{ form: allEvents, people: events.people }, ...ofParts];
    const isWithheld = draft.rule.isSmall(complement);
    stateTotals(draft, figureUnit, [{ form: all, people: journeys.people }, ...(isWithheld ? [] : ofEvents)]);
    return;
  }
  addStatement(draft, figureUnit, all, 1);
  const stateAs = (name: UnitName, form: Form, weight: number): void =>
    addStatement(draft, addUnit(draft, { place, name, cost: cost * weight }), form);
  points.forEach(({ day, state }, index) => {
    if (state !== 'estimated') return;
    const node = index + 1;
    stateAs(`node:${node}`, upTo(ended, node), day === headlineDay ? 0.9 : 0.5);
    const gone = plus(upTo(ended, node), upTo(censored, node));
    stateAs(`at-risk:${node}`, plus(all, minus(gone)), 0.05);
  });
  stateAs(`node:${points.length + 1}`, allEvents, 0.6);
  for (const { part, form } of ofParts) stateAs(`part:${part}`, form, 0.2);
}

function upTo(forms: readonly Form[], node: number): Form {
  return plus(...forms.slice(0, node));
}

/** The events and the censored up to each reported day, and to the end; beyond all follow-up nobody is left. */
function runningCounts({ journeys, events, points }: ComputedSurvival) {
  const all = { events: events.count, censored: journeys.count - events.count };
  return [
    ...points.map((point) =>
      point.state === 'estimated'
        ? { events: point.events.count, censored: journeys.count - point.events.count - point.atRisk.count }
        : all,
    ),
    all,
  ];
}
