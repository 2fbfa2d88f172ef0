import { equalTo, type Model, solve } from 'yalps';
import type { ComputedOutcomes } from '../../../shared/outcomes/computed.ts';
import type { Cohort, OutcomeDocument } from '../../../shared/outcomes/document.ts';

/** The measures of which each month's own number is shown beside that of twelve months. */
const COMPARED = ['abstinence-retention', 'retention', 'lapse-recovery'] as const;

const CELLS = ['numerator', 'complement'] as const;

/** A pack of a month, and what it was made of. */
export type Month = { readonly computed: ComputedOutcomes; readonly document: OutcomeDocument };

/** How many numbers of few people there were, and which of them are had from the packs. */
export type OverMonths = { readonly small: number; readonly deduced: readonly string[] };

/**
 * Every month's own number of one to four people that a reader of all these packs has from them: the months of a year
 * add up to what each pack says of its twelve months. Linear programs over all the months; a number is had where its
 * range is less than five wide. A measure of which a month was corrected after it was issued is passed over: what a
 * reader concludes of it is not so.
 *
 * @param months packs of months that follow one another
 */
export function readOverMonths(months: readonly Month[]): OverMonths {
  const read = COMPARED.flatMap((measure) => CELLS.map((cell) => readCell(measure, cell, months)));
  return {
    small: read.reduce((sum, { small }) => sum + small, 0),
    deduced: read.flatMap(({ deduced }) => deduced),
  };
}

function readCell(measure: string, cell: (typeof CELLS)[number], months: readonly Month[]): OverMonths {
  const facts = months.flatMap(({ document }, index) => {
    const cohort = document.measures[measure]?.cohort;
    const year = Array.from({ length: 12 }, (_, back) => nameOf(index - back));
    return [factOf([nameOf(index)], cohort?.point, cell), factOf(year, cohort?.matured, cell)].flat();
  });
  const known = knownToday(measure, cell, months);
  const isSo = (fact: Fact) =>
    fact.months.reduce((sum, name) => sum + (known.get(name) ?? 0), 0) === fact.value;
  if (!facts.every(isSo)) return { small: 0, deduced: [] };
  const ranges = months.flatMap(({ computed }, index) => {
    const point = computed.measures[measure]?.cohort?.point;
    if (point === undefined) return [];
    const { numerator, denominator, complement } = point;
    const [people, value] =
      cell === 'numerator'
        ? [numerator.people, numerator.count]
        : [complement, denominator.count - numerator.count];
    if (people < 1 || people > 4) return [];
    const { lower, upper } = rangeOf(nameOf(index), facts);
    return [
      { wide: upper - lower, told: `${computed.month} ${measure} ${cell} ${value}: ${lower} to ${upper}` },
    ];
  });
  return {
    small: ranges.length,
    deduced: ranges.flatMap(({ wide, told }) => (wide >= 5 ? [] : [told])),
  };
}

/** Each month's own number as the last pack knows it. */
function knownToday(
  measure: string,
  cell: (typeof CELLS)[number],
  months: readonly Month[],
): Map<string, number> {
  const cohort = months.at(-1)?.computed.measures[measure]?.cohort;
  const shares = { ...cohort?.earlier, [cohort?.period ?? '']: cohort?.point };
  return new Map(
    Object.entries(shares).flatMap(([period, share]) => {
      if (share === undefined) return [];
      const { numerator, denominator } = share;
      return [
        [
          nameOf(monthsBetween(months[0]?.computed.month ?? '', period)),
          cell === 'numerator' ? numerator.count : denominator.count - numerator.count,
        ],
      ];
    }),
  );
}

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
const monthsBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

/** A month by how many it is after the first that is known; those before have been, too. */
const nameOf = (index: number): string => `month ${index}`;

type Fact = { readonly months: readonly string[]; readonly value: number };
type Share = Cohort['matured'] | undefined;

function factOf(months: readonly string[], share: Share, cell: (typeof CELLS)[number]): Fact[] {
  if (share?.state === 'unavailable') return [{ months, value: 0 }];
  if (share?.state !== 'estimated') return [];
  const { numerator, denominator } = share;
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return [];
  return [{ months, value: cell === 'numerator' ? numerator : denominator - numerator }];
}

function rangeOf(month: string, facts: readonly Fact[]): { lower: number; upper: number } {
  const constraints = new Map(facts.map(({ value }, index) => [`fact ${index}`, equalTo(value)]));
  const variables = new Map<string, Map<string, number>>();
  facts.forEach(({ months }, index) => {
    for (const name of months) {
      const variable = variables.get(name) ?? new Map<string, number>();
      variables.set(name, variable.set(`fact ${index}`, 1));
    }
  });
  const own = variables.get(month);
  if (own === undefined) return { lower: 0, upper: Infinity };
  own.set('wanted', 1);
  const solved = (direction: 'minimize' | 'maximize'): number => {
    const model: Model = { direction, objective: 'wanted', constraints, variables };
    const { status, result } = solve(model);
    if (status === 'unbounded') return Infinity;
    if (status !== 'optimal') throw new Error(`the packs contradict each other: ${status}`);
    return result;
  };
  return { lower: solved('minimize'), upper: solved('maximize') };
}
