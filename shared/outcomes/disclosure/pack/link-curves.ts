import type { ComputedMeasure } from '../../computed.ts';
import type { Descriptions } from './described.ts';
import { addEquation, type Draft, plus } from './draft.ts';
import { keyAt } from './place.ts';

/**
 * Curves of the same units: the headline's under another rule, and of a survival curve the shares beside it, of which
 * its events are some.
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
  for (const [name, { kind }] of Object.entries(beside)) {
    const causes = descriptions.get(keyAt(id, 'beside', name))?.causes;
    if (kind !== 'incidence' || causes === undefined) continue;
    const parts = Object.keys(own.causes ?? {});
    for (const part of parts)
      addEquation(draft, plus(...(own.causes?.[part] ?? [])), plus(...(causes[part] ?? [])));
    own.events?.forEach((events, step) => {
      addEquation(draft, events, plus(...parts.map((part) => causes[part]?.[step] ?? [])));
    });
  }
}
