import type { ComputedFigure, ComputedMeasure } from '../../shared/outcomes/computed.ts';

/** A proportion as its counts: `3 of 10`. */
export function shareOf(figure: ComputedFigure | undefined): string {
  if (figure?.kind !== 'proportion') throw new Error('no proportion');
  return `${figure.numerator.count} of ${figure.denominator.count}`;
}

/** The share beside a headline. */
export function shareBeside({ beside }: ComputedMeasure, name: string): string {
  return shareOf(beside[name]);
}

/** How many were left out of a proportion, by reason; reasons of none are not told. */
export function leftOutOf(figure: ComputedFigure | undefined): Record<string, number> {
  if (figure?.kind !== 'proportion') throw new Error('no proportion');
  return Object.fromEntries(
    Object.entries(figure.excluded ?? {}).flatMap(([reason, { count }]) => (count ? [[reason, count]] : [])),
  );
}

/** The count beside a headline. */
export function countBeside({ beside }: ComputedMeasure, name: string): number {
  const figure = beside[name];
  if (figure?.kind !== 'count') throw new Error(`no count ${name}`);
  return figure.count;
}

/** The number that a sum of a measure refers to: a count, or a cell of a proportion, of the headline or beside it. */
export function cellOf({ headline, beside }: ComputedMeasure, reference: string): number {
  const [name = '', cell] = reference.split('/');
  const figure = name === 'headline' ? headline : beside[name];
  if (figure?.kind === 'count') return figure.count;
  if (figure?.kind !== 'proportion') throw new Error(`nothing to count in ${reference}`);
  return cell === 'numerator' ? figure.numerator.count : figure.denominator.count;
}
