import type { Interval } from './few.ts';
import type { Knowledge, Secret } from './knowledge.ts';
import type { Shown } from './proof.ts';
import { Situation } from './situation.ts';
import { reachesOf } from './reach.ts';
import type { Cost } from './way-out.ts';
import { waysOut } from './ways-out.ts';

/** What costs so much is hidden only where nothing else helps. */
const PRECIOUS = 1e5;

/** How far from a secret is looked for what to hide, in atoms: a linear program of them is still quick. */
const MOST_ATOMS = 1200;

/** What is hidden in the end, and how well. */
export type Protected = {
  /** Every hidden unit, and whether it was hidden to begin with. In the order of their numbers. */
  readonly hidden: ReadonlyMap<number, 'primary' | 'secondary'>;
  /**
   * Every secret of few people that is not simply published, in the order of their names, and how far it was shown to
   * be hidden: at least so far, since once that is enough nothing more is looked for.
   */
  readonly audited: readonly ({ readonly secret: Secret } & Shown)[];
};

/**
 * Hides further units until no secret of few people can be deduced, the cheap ones rather, and in the end shows again
 * whatever need not be hidden, the dearest first. The order in which things are given makes no difference: equal
 * costs are told apart by the units' numbers, the lower being hidden rather.
 *
 * @param hidden the units that are hidden for their own sake
 * @param isWorthAnotherLook which units are looked at again in the end; the others stay hidden
 * @throws Error when the knowledge does not add up
 * @example
 * // 3, 6 and 20 of 29 people, in units 1, 2 and 3:
 * protect(knowledge, [1], (unit) => people[unit]).hidden // Map { 1 => 'primary', 2 => 'secondary' }
 */
export function protect(
  knowledge: Knowledge,
  hidden: Iterable<number>,
  cost: Cost,
  isWorthAnotherLook: (unit: number) => boolean = () => true,
): Protected {
  const primary = new Set(hidden);
  const situation = new Situation(knowledge, primary);
  const { secondary, lost } = hideEnough(situation, cost);
  showAgain(situation, secondary, lost, cost, isWorthAnotherLook);
  const audited = situation.secrets.flatMap((secret, index) =>
    situation.isPublished(index) ? [] : [{ secret, ...situation.shown(index) }],
  );
  if (!situation.holds()) throw new Error('What was shown to be hidden is not.');
  const units = [...primary, ...secondary].sort((a, b) => a - b);
  return {
    hidden: new Map(units.map((unit) => [unit, primary.has(unit) ? 'primary' : 'secondary'])),
    audited,
  };
}

/** Hides units until nothing can be deduced; answers which, and the secrets for which nothing helps. */
function hideEnough(
  situation: Situation,
  cost: Cost,
): { readonly secondary: Set<number>; readonly lost: Set<number> } {
  const secondary = new Set<number>();
  const lost = new Set<number>();
  for (let before = -1; before < secondary.size;) {
    before = secondary.size;
    for (const secret of situation.secrets.keys()) {
      if (lost.has(secret) || situation.isSafe(secret)) continue;
      for (const unit of hideFor(secret, situation, cost)) secondary.add(unit);
      if (!situation.isSafe(secret)) lost.add(secret);
    }
  }
  return { secondary, lost };
}

/** Hides units for one secret; answers which. For one that spares nothing is hidden unless it helps. */
function hideFor(index: number, situation: Situation, cost: Cost): readonly number[] {
  const sparing: Cost = (unit) => (cost(unit) >= PRECIOUS ? Infinity : cost(unit));
  const found = hideNear(sparing, index, situation);
  if (found !== undefined) return found;
  if (situation.secrets[index]?.spares === true) return [];
  const cheaply = hideAllNear(sparing, index, situation);
  if (situation.isSafe(index)) return cheaply;
  const near = hideNear(cost, index, situation) ?? hideAllNear(cost, index, situation);
  const hidden = [...cheaply, ...near];
  return situation.isSafe(index) ? hidden : [...hidden, ...hideFar(cost, index, situation)];
}

/** Hides the cheapest units that help, of those that may be hidden at that cost, as near as there are; undefined: none. */
function hideNear(cost: Cost, index: number, situation: Situation): readonly number[] | undefined {
  const secret = situation.secrets[index];
  if (secret === undefined) return undefined;
  const shown = situation.shown(index);
  for (const reach of reachesOf(secret.form, situation, MOST_ATOMS))
    for (const units of waysOut(secret, shown, situation, reach, cost))
      if (situation.hideIf(units, () => situation.isSafe(index))) return units;
  return undefined;
}

/** Hides all that is near and may be hidden at that cost, if that makes the range of a secret wider at all. */
function hideAllNear(cost: Cost, index: number, situation: Situation): readonly number[] {
  const before = situation.shown(index);
  const reaches = [...reachesOf(situation.secrets[index]?.form ?? [], situation, MOST_ATOMS)];
  const shown = unitsShown(reaches.at(-1)?.lines ?? [], situation, cost);
  const helps = (): boolean => situation.isSafe(index) || isNarrower(before, situation.shown(index));
  return situation.hideIf(shown, helps) ? shown : [];
}

/** What helps may be farther away than a linear program can see: hides everything around, ever wider, until it helps. */
function hideFar(cost: Cost, index: number, situation: Situation): readonly number[] {
  const form = situation.secrets[index]?.form ?? [];
  let tried = 0;
  for (const { lines } of reachesOf(form, situation, Infinity)) {
    const shown = unitsShown(lines, situation, cost);
    if (shown.length === tried) continue;
    tried = shown.length;
    if (situation.hideIf(shown, () => situation.isSafe(index))) return shown;
  }
  return [];
}

/** The units of some lines that are shown and may be hidden at that cost. */
function unitsShown(lines: readonly number[], situation: Situation, cost: Cost): readonly number[] {
  const units = new Set(lines.flatMap((line) => situation.lines.lines[line]?.unit ?? []));
  return [...units].filter((unit) => cost(unit) < Infinity && !situation.isHidden(unit));
}

/** Shows again which of the secondary units need not be hidden, the dearest first. */
function showAgain(
  situation: Situation,
  secondary: Set<number>,
  lost: ReadonlySet<number>,
  cost: Cost,
  isWorthIt: (unit: number) => boolean,
): void {
  const settled = new Map([...lost].map((secret) => [secret, situation.shown(secret)]));
  const isFine = (secret: number): boolean => {
    const before = settled.get(secret);
    return situation.isSafe(secret) || (before !== undefined && !isNarrower(situation.shown(secret), before));
  };
  const dear = [...secondary].filter(isWorthIt);
  for (const unit of dear.sort((a, b) => cost(b) - cost(a) || b - a))
    if (situation.showIf(unit, isFine)) secondary.delete(unit);
}

function isNarrower(one: Shown, other: Shown): boolean {
  const width = ({ lower, upper }: Interval): number => upper - lower;
  return width(one.bySums) < width(other.bySums) || width(one.believed) < width(other.believed);
}
