import { canonical } from '../canonical.ts';
import { placeKey } from '../disclosure/pack/place.ts';
import { type CountRule, SUPPRESSED } from '../disclosure/rule.ts';
import { rules } from '../disclosure/rules.ts';
import type { Count, Figure, Moved, OutcomeDocument } from '../document.ts';
import { mapValues } from '../map-values.ts';
import { figuresIn } from './figures-in.ts';

/**
 * A document with what moved since an issue before of the same month: each figure that says something else, with what
 * it said, how many records came, changed or went, and which definitions are of another revision. Both issues are
 * read as they were disclosed, so nothing is told here that is withheld in both.
 *
 * @param isHeld whether readers hold the issue before: of one that was never released nothing is told of a figure in which
 *   something is withheld now, or which is gone
 */
export function withMoved(
  document: OutcomeDocument,
  previous: OutcomeDocument,
  records: Moved['records'],
  isHeld = true,
): OutcomeDocument {
  const before = new Map(figuresIn(previous).map((one) => [placeKey(one.place), one]));
  const now = figuresIn(document);
  const standing = new Set(now.map(({ place }) => placeKey(place)));
  const moved = now.flatMap(({ place, figure }) => {
    const issued = before.get(placeKey(place))?.figure ?? null;
    const isTold = isHeld || !hasWithheld(figure);
    return (issued !== null && canonical(issued) === canonical(figure)) || !isTold
      ? []
      : [{ ...place, issued, stands: true }];
  });
  const gone = [...before].flatMap(([key, { place, figure }]) =>
    standing.has(key) || !isHeld ? [] : [{ ...place, issued: figure, stands: false }],
  );
  return {
    ...document,
    moved: {
      since: { revision: previous.revision, asAt: previous.asAt },
      figures: [...moved, ...gone],
      records: recordsShown(records, rules[document.disclosure]),
      definitions: definitionsMoved(previous, document),
      ...(previous.disclosure === document.disclosure
        ? {}
        : { disclosure: { issued: previous.disclosure, now: document.disclosure } }),
    },
  };
}

/** Whether a figure is withheld, or any part of it: of a curve its points and counts. */
const hasWithheld = (figure: Figure) => canonical(figure).includes('"state":"suppressed"');

/** Numbers of records as a document's rule shows numbers of people; those withheld before stay so. */
function recordsShown(records: Moved['records'], { isSmall, shown }: CountRule): Moved['records'] {
  const written = (count: Count): Count =>
    typeof count !== 'number' ? count : isSmall(count) ? SUPPRESSED : shown(count);
  return mapValues(records, ({ added, amended, withdrawn }) => ({
    added: written(added),
    amended: written(amended),
    withdrawn: written(withdrawn),
  }));
}

function definitionsMoved(previous: OutcomeDocument, document: OutcomeDocument): Moved['definitions'] {
  const ids = [...new Set([...Object.keys(previous.definitions), ...Object.keys(document.definitions)])];
  return ids.flatMap((measure) => {
    const issued = previous.definitions[measure]?.revision ?? null;
    const now = document.definitions[measure]?.revision ?? null;
    return issued === now ? [] : [{ measure, issued, now }];
  });
}
