import type { Quantity } from './blocks.ts';
import type { Count } from '../outcomes/document.ts';
import { absent, type Absent, cellText } from './cells.ts';

/**
 * What a row of the flat list says of a figure. Numbers are in full precision; null is a number that is withheld, not
 * there, or has no place here.
 */
export type FigureValue = {
  statistic: string;
  /** The outcome, part or reason that the statistic is about. */
  outcome: string;
  unit: 'share' | 'count' | 'days' | 'points' | 'person-week' | '';
  day: number | null;
  /** `not-issued`: the issue before had no such figure. */
  state: 'estimated' | 'suppressed' | 'unavailable' | 'target' | 'not-issued';
  /** What is printed in place of a number: `[c]`, `[x]` or `[z]`. */
  shorthand: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  standardError: number | null;
  numerator: number | null;
  denominator: number | null;
  atRisk: number | null;
  events: number | null;
  marks: string;
  reason: string;
  /** Which of the numbers of an estimated figure are withheld: `at_risk`, `events`. */
  withheld: string;
};

/** The unit of a quantity as the flat list has it. */
export const unitOf = (quantity: Quantity): FigureValue['unit'] =>
  quantity === 'rate' ? 'person-week' : quantity;

/** What any state of any figure may carry. */
type Given = {
  day?: number;
  state?: FigureValue['state'];
  value?: number;
  lower?: number | null | undefined;
  upper?: number | null | undefined;
  se?: number | null | undefined;
  numerator?: number | undefined;
  denominator?: number | undefined;
  atRisk?: Count;
  events?: Count;
  marks?: readonly string[] | undefined;
  reason?: Extract<Absent, { state: 'unavailable' }>['reason'];
};

const known = (count: Count | undefined): number | null => (typeof count === 'number' ? count : null);

/** A statistic in its unit, and the outcome that it is about. */
export function valueOf(
  statistic: string,
  unit: FigureValue['unit'],
  given: Given,
  outcome = '',
): FigureValue {
  const withheld = [
    ...(typeof given.atRisk === 'object' ? ['at_risk'] : []),
    ...(typeof given.events === 'object' ? ['events'] : []),
  ];
  return {
    statistic,
    outcome,
    unit,
    day: given.day ?? null,
    state: given.state ?? 'estimated',
    shorthand: shorthandOf(given),
    value: given.value ?? null,
    lower: given.lower ?? null,
    upper: given.upper ?? null,
    standardError: given.se ?? null,
    numerator: given.numerator ?? null,
    denominator: given.denominator ?? null,
    atRisk: known(given.atRisk),
    events: known(given.events),
    marks: (given.marks ?? []).join(' '),
    reason: given.reason ?? '',
    withheld: withheld.join(' '),
  };
}

function shorthandOf({ state, reason }: Given): string {
  if (state === 'suppressed') return cellText(absent({ state }));
  return reason === undefined ? '' : cellText(absent({ state: 'unavailable', reason }));
}

/** A number of people or things. */
export const countOf = (statistic: string, count: Count, outcome = ''): FigureValue =>
  valueOf(statistic, 'count', typeof count === 'number' ? { value: count } : count, outcome);
