import type { ComputedMeasure } from '../../computed.ts';
import { LINKED_MEASURES } from '../../linked-measures.ts';
import type { Form } from '../audit/knowledge.ts';
import type { Descriptions } from './described.ts';
import { addEquation, type Draft, plus } from './draft.ts';
import { addAmong } from './link.ts';
import { keyAt } from './place.ts';

/**
 * Curves of the same units: the headline's under another rule, and of a survival curve the shares beside it, of which
 * its events are some. Whom something else ended, such as moving on, is among the censored of the same days. Under
 * another rule more have had the event by any day, or fewer.
 */
export function linkCurves(
  draft: Draft,
  id: string,
  { headline, sensitivity, beside }: ComputedMeasure,
  descriptions: Descriptions,
): void {
  const own = descriptions.get(keyAt(id, 'headline'));
  const count = own?.cells.count;
  if (own === undefined || count === undefined) return;
  const others = [
    ...Object.keys(sensitivity).map((name) => keyAt(id, 'sensitivity', name)),
    ...Object.entries(beside).flatMap(([name, { kind }]) =>
      headline.kind === 'survival' && kind === 'incidence' ? [keyAt(id, 'beside', name)] : [],
    ),
  ];
  for (const other of others) {
    const described = descriptions.get(other);
    if (described?.cells.count !== undefined) addEquation(draft, described.cells.count, count);
    if (described?.heads !== undefined && own.heads !== undefined)
      addEquation(draft, described.heads, own.heads);
  }
  if (headline.kind !== 'survival') return;
  for (const rule of Object.keys(sensitivity)) {
    const other = descriptions.get(keyAt(id, 'sensitivity', rule));
    const [less, more] = LINKED_MEASURES.fewerEvents.includes(rule) ? [other, own] : [own, other];
    own.events?.forEach((_, step) => {
      const byThen = (events: readonly Form[] = []): Form => plus(...events.slice(0, step + 1));
      addAmong(draft, byThen(less?.events), byThen(more?.events));
    });
  }
  for (const [name, { kind }] of Object.entries(beside)) {
    const causes = descriptions.get(keyAt(id, 'beside', name))?.causes;
    if (kind !== 'incidence' || causes === undefined) continue;
    const parts = Object.keys(own.causes ?? {});
    for (const part of parts)
      addEquation(draft, plus(...(own.causes?.[part] ?? [])), plus(...(causes[part] ?? [])));
    own.events?.forEach((events, step) => {
      addEquation(draft, events, plus(...parts.map((part) => causes[part]?.[step] ?? [])));
    });
    const movedOn = Object.keys(causes).filter((cause) => !parts.includes(cause));
    own.censored?.forEach((censored, step) => {
      addAmong(draft, plus(...movedOn.map((cause) => causes[cause]?.[step] ?? [])), censored);
    });
  }
}
