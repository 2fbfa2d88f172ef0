import type { IssuedMonth } from '../../change/issued-month.ts';
import { figuresIn } from '../../change/figures-in.ts';
import type { ComputedOutcomes } from '../../computed.ts';
import type { OutcomeDocument } from '../../document.ts';
import { protect } from '../audit/protect.ts';
import { type Hidden, NOTHING, type UnitName } from '../hidden.ts';
import type { DisclosureRule } from '../rule.ts';
import { hideIn, writeFigure } from '../way-of.ts';
import { addSecret, type Draft } from './draft.ts';
import { knowledgeOf } from './knowledge-of.ts';
import { type Place, placeKey } from './place.ts';
import { type PlacedFigure, placedFigures } from './placed-figures.ts';
import { unitsMovedByFew } from './moved-by-few.ts';
import { movedSince } from './moved-since.ts';

/**
 * Why something is withheld. `small`: few people are behind it. `differs-by-few`: it is a few away from the same figure
 * under the headline's rule. `moved-by-few`: it is a few away from what an issue before said. `tells-others`: what is
 * withheld elsewhere could be had from it.
 */
export type Reason = 'small' | 'differs-by-few' | 'moved-by-few' | 'tells-others';

/** What is withheld of a pack and why, and how wide the range is in which each number of few people can be. */
export type Withheld = {
  readonly units: readonly { readonly place: Place; readonly unit: UnitName; readonly why: Reason }[];
  /**
   * `width`: of the range that all published numbers leave, or more; null where nothing bounds it. `safe`: it is enough.
   * `accepted`: it is not, which is accepted, since only a headline could hide it.
   */
  readonly audited: readonly {
    readonly what: string;
    readonly width: number | null;
    readonly safe: boolean;
    readonly accepted?: true;
  }[];
};

/**
 * Decides what of a pack is withheld. First what is small by itself, or a few away from what is shown elsewhere or was
 * shown in an issue before; then as much more as keeps any of it from being deduced.
 *
 * @param earlier the issues before of the same month: who holds the first does not need the last
 * @param before every issue of the months before; undefined where that is not known
 */
export function withhold(
  computed: Pick<ComputedOutcomes, 'measures'>,
  rule: DisclosureRule,
  earlier: readonly OutcomeDocument[],
  before?: readonly IssuedMonth[],
): { readonly hidden: ReadonlyMap<string, Hidden>; readonly withheld: Withheld } {
  const placed = Object.entries(computed.measures).flatMap(([id, measure]) => placedFigures(id, measure));
  const why = smallUnits(placed, rule);
  const draft = knowledgeOf(computed, rule, before);
  if (rule.exact) addDifferent(computed, rule, why);
  hideFundingTogether(placed, why);
  for (const { place } of placed)
    if (draft.givenUp.has(placeKey(place))) addReason(why, place, 'figure', 'tells-others');
  if (rule.exact) addMoved(computed, placed, { rule, earlier, draft, reasons: why });
  const { units } = draft;
  const isHidden = ({ place, name }: Draft['units'][number]): boolean => {
    const reasons = why.get(placeKey(place));
    return reasons?.has('figure') === true || reasons?.has(name) === true;
  };
  const primary = units.flatMap((unit, number) =>
    draft.neverShown.has(number) || isHidden(unit) ? [number] : [],
  );
  const worth = new Map(
    units.flatMap(({ place, name, cost }) => (name === 'figure' ? [[placeKey(place), cost]] : [])),
  );
  const { hidden, audited } = protect(
    draft,
    primary,
    (number) => units[number]?.cost ?? 0,
    (number) => {
      const unit = units[number];
      return unit !== undefined && (worth.get(placeKey(unit.place)) ?? 0) >= WORTH_ANOTHER_LOOK;
    },
  );
  for (const [number, kind] of hidden) {
    const unit = units[number];
    if (unit !== undefined && kind === 'secondary') addReason(why, unit.place, unit.name, 'tells-others');
  }
  hideFundingTogether(placed, why);
  return {
    hidden: hiddenBy(why),
    withheld: {
      units: listed(placed, why),
      audited: audited.map(({ secret, bySums, safe }) => ({
        what: secret.name,
        width: bySums.upper - bySums.lower,
        safe,
        ...(!safe && secret.mayBeTold === true && { accepted: true as const }),
      })),
    },
  };
}

/** Splits of fewer than fifty people are not looked at again: it would take as long as all the rest. */
const WORTH_ANOTHER_LOOK = 150;

/**
 * Who holds the statement knows how many people are on block and how many on spot weeks: with one of a figure of people
 * in treatment withheld, the other would tell it.
 */
function hideFundingTogether(placed: readonly PlacedFigure[], why: Reasons): void {
  const split = placed.filter(
    ({ place, figure }) =>
      place.part === 'split' &&
      place.name === 'funding' &&
      'population' in figure &&
      figure.population === 'in-treatment',
  );
  for (const figures of Map.groupBy(split, ({ place }) => place.measure).values())
    if (figures.some(({ place }) => why.has(placeKey(place))))
      for (const { place } of figures) addReason(why, place, 'figure', 'tells-others');
}

/** The reasons of what is withheld, by place and unit. */
type Reasons = Map<string, Map<UnitName, Reason>>;

function addReason(reasons: Reasons, place: Place, unit: UnitName, why: Reason): void {
  const key = placeKey(place);
  const known = reasons.get(key) ?? new Map<UnitName, Reason>();
  reasons.set(key, known);
  if (!known.has(unit)) known.set(unit, why);
}

function smallUnits(placed: readonly PlacedFigure[], rule: DisclosureRule): Reasons {
  const reasons: Reasons = new Map();
  for (const { place, figure } of placed)
    for (const unit of hideIn(figure, rule)) addReason(reasons, place, unit, 'small');
  return reasons;
}

/** Under another rule a few more, or fewer, have an event: who compares learns of them. */
function addDifferent(
  computed: Pick<ComputedOutcomes, 'measures'>,
  rule: DisclosureRule,
  reasons: Reasons,
): void {
  for (const [id, { headline, sensitivity }] of Object.entries(computed.measures)) {
    const shown = writeFigure(headline, NOTHING, rule);
    for (const [name, figure] of Object.entries(sensitivity)) {
      const place: Place = { measure: id, part: 'sensitivity', name, category: '' };
      const few = unitsMovedByFew(shown, writeFigure(figure, NOTHING, rule), rule.isSmall);
      for (const unit of few.keys()) addReason(reasons, place, unit, 'differs-by-few');
    }
  }
}

/** A split may not move by a few between issues of one month; the whole may, by a correction. */
function addMoved(
  computed: Pick<ComputedOutcomes, 'measures'>,
  placed: readonly PlacedFigure[],
  {
    rule,
    earlier,
    draft,
    reasons,
  }: {
    readonly rule: DisclosureRule;
    readonly earlier: readonly OutcomeDocument[];
    readonly draft: Draft;
    readonly reasons: Reasons;
  },
): void {
  const numbers = new Map(
    draft.units.map(({ place, name }, number) => [`${placeKey(place)}|${name}`, number]),
  );
  const before = Map.groupBy(
    earlier.flatMap((document) => figuresIn(document)),
    ({ place }) => placeKey(place),
  );
  for (const { place, figure } of placed) {
    const issued = before.get(placeKey(place)) ?? [];
    if (issued.length === 0 || !isGroup(place) || isAlone(computed, place)) continue;
    const moved = movedSince(
      issued.map((one) => one.figure),
      writeFigure(figure, NOTHING, rule),
      rule.isSmall,
    );
    for (const [unit, by] of moved) {
      addReason(reasons, place, unit, 'moved-by-few');
      const number = numbers.get(`${placeKey(place)}|${unit}`);
      draft.statements
        .filter((statement) => statement.unit === number)
        .forEach(({ form }, index) => {
          const what = `${unit} since the issue before ${index}`;
          addSecret(draft, place, what, form, by, { spares: true });
        });
    }
  }
}

/** Whether a place is of one group of people among others; providers are compared in a funnel as well. */
function isGroup({ part, name }: Place): boolean {
  return part === 'split' || (part === 'cohort' && name === 'provider');
}

/** Whether everybody is in one category of a dimension: it is the whole once more. */
function isAlone({ measures }: Pick<ComputedOutcomes, 'measures'>, { measure, part, name }: Place): boolean {
  const { splits, cohort } = measures[measure] ?? {};
  return Object.keys((part === 'cohort' ? cohort?.providers : splits?.[name]) ?? {}).length === 1;
}

function hiddenBy(reasons: Reasons): Map<string, Hidden> {
  return new Map([...reasons].map(([key, units]) => [key, new Set(units.keys())]));
}

function listed(placed: readonly PlacedFigure[], reasons: Reasons): Withheld['units'] {
  return placed.flatMap(({ place }) =>
    [...(reasons.get(placeKey(place)) ?? [])].map(([unit, why]) => ({ place, unit, why })),
  );
}
