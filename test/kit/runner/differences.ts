import type { Expected } from './read-cases.ts';
import { select } from './select.ts';

/** How far a number may be from the one expected; of numbers above 1, in parts of them. */
const TOLERANCE = 1e-9;

/** In what an outcome document says otherwise than expected, one sentence each; none when the case passes. */
export function differences(
  document: unknown,
  {
    expect,
    absent = [],
    withheld = [],
  }: Omit<Expected['outcomes'][number], 'commissioner' | 'month' | 'revision'>,
): string[] {
  return [
    ...Object.entries(expect).flatMap(([path, expected]) => {
      const found = select(document, path);
      if (found.length !== 1) return [`${path}: ${found.length} found, not 1`];
      return differencesBetween(found[0], expected, path);
    }),
    ...absent.flatMap((path) => (select(document, path).length === 0 ? [] : [`${path}: is there`])),
    ...withheld.flatMap(({ of, atLeast }) => {
      const hidden = select(document, of).filter(isWithheld).length;
      return hidden >= atLeast ? [] : [`${of}: ${hidden} withheld, not ${atLeast} or more`];
    }),
  ];
}

function differencesBetween(found: unknown, expected: unknown, at: string): string[] {
  if (typeof expected === 'number' && typeof found === 'number')
    return Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))
      ? []
      : [`${at}: ${found}, not ${expected}`];
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found))
    return found === expected ? [] : [`${at}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
  if (Array.isArray(found) && Array.isArray(expected) && found.length !== expected.length)
    return [`${at}: ${found.length} members, not ${expected.length}`];
  return [
    ...Object.entries(expected).flatMap(([name, member]) =>
      differencesBetween(found[name], member, `${at}.${name}`),
    ),
    ...(isWithheld(expected) && isWithheld(found) && tellsNumbers(found)
      ? [`${at}: numbers beside “withheld”`]
      : []),
  ];
}

/** Whether what is withheld has a number of its own; the day of a point and the revision of a definition are none. */
function tellsNumbers(figure: Record<string, unknown>): boolean {
  return Object.entries(figure).some(
    ([name, member]) => typeof member === 'number' && name !== 'day' && name !== 'revision',
  );
}

function isWithheld(node: unknown): boolean {
  return isObject(node) && node['state'] === 'suppressed';
}

function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null;
}
