import { figuresIn } from '../../outcomes/change/figures-in.ts';
import { placeKey } from '../../outcomes/disclosure/pack/place.ts';
import type { Figure, Moved, OutcomeDocument } from '../../outcomes/document.ts';
import { labelOf } from '../labels.ts';
import { measuredIn } from '../measured.ts';
import type { MeasureWords } from '../measure-words.ts';

/** Whether a measure is counted as it was in the issue before: a change of method is no change in the world. */
export type Method = 'as-issued' | 'revised' | 'new' | 'gone';

/** A figure that says something else than the issue before said; null: it has no such figure. */
export type MovedFigure = Omit<Moved['figures'][number], 'stands'> & {
  readonly title: string;
  readonly words: MeasureWords | undefined;
  readonly method: Method;
  readonly now: Figure | null;
};

/** The figures that moved since the issue before, in the reader's order of their measures. */
export function movedFigures(document: OutcomeDocument): MovedFigure[] {
  const { moved } = document;
  if (moved === undefined) return [];
  const measured = measuredIn(document);
  const order = new Map(measured.map(({ words }, i) => [words.id, i]));
  const standing = new Map(figuresIn(document).map(({ place, figure }) => [placeKey(place), figure]));
  return moved.figures
    .map(({ stands, ...figure }) => {
      const own = measured.find(({ words }) => words.id === figure.measure);
      return {
        ...figure,
        title: own?.title ?? titleOf(document, figure.measure),
        words: own?.words,
        method: methodOf(moved, figure.measure),
        now: stands ? (standing.get(placeKey(figure)) ?? null) : null,
      };
    })
    .toSorted((a, b) => (order.get(a.measure) ?? Infinity) - (order.get(b.measure) ?? Infinity) || 0);
}

/** What a measure is called, even one that is no longer part of the pack. */
export const titleOf = (document: OutcomeDocument, measure: string): string =>
  measuredIn(document).find(({ words }) => words.id === measure)?.title ?? labelOf(measure);

function methodOf({ definitions }: Moved, measure: string): Method {
  const change = definitions.find((one) => one.measure === measure);
  if (change === undefined) return 'as-issued';
  if (change.issued === null) return 'new';
  return change.now === null ? 'gone' : 'revised';
}
