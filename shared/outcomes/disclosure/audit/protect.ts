import { ENOUGH } from './few.ts';
import type { Knowledge, Secret } from './knowledge.ts';
import { Situation, type Audited } from './situation.ts';
import { surroundingsOf } from './surroundings.ts';
import { wayOut, type Cost } from './way-out.ts';

/** What costs so much is hidden only where nothing else helps. */
const PRECIOUS = 1e5;

/** How far from a secret is looked for what to hide, in atoms: a linear program of them is still quick. */
const MOST_ATOMS = 500;

/** What is hidden in the end, and what a reader can deduce then. */
export type Protected = {
  /** Every hidden unit, and whether it was hidden to begin with. In the order of their numbers. */
  readonly hidden: ReadonlyMap<number, 'primary' | 'secondary'>;
  /** What can still be deduced though everything around it that could help is hidden. */
  readonly leaks: readonly Audited[];
  /**
   * Every secret of few people that is not simply published, in the order of their names, and how wide its range is:
   * at least so many people, for once it is safe nothing more is worked out.
   */
  readonly audited: readonly { readonly secret: Secret; readonly width: number; readonly safe: boolean }[];
};

/**
 * Hides further units until no secret of few people can be deduced, the cheap ones rather, and in the end shows again
 * whatever need not be hidden, the dearest first. The order in which things are given makes no difference: equal
 * costs are told apart by the units' numbers, the lower being hidden rather.
 *
 * @param hidden the units that are hidden for their own sake
 * @throws Error when the knowledge does not add up
 * @example
 * // 3, 6 and 20 of 29 people, in units 1, 2 and 3:
 * protect(knowledge, [1], (unit) => people[unit]).hidden // Map { 1 => 'primary', 2 => 'secondary' }
 */
export function protect(knowledge: Knowledge, hidden: Iterable<number>, cost: Cost): Protected {
  const primary = new Set(hidden);
  const first = new Situation(knowledge, primary);
  const { secondary, lost } = hideEnough(first, cost);
  showAgain(first, secondary, lost, cost);
  // Looked at once more without anything remembered: whoever hides less in the end, what is told decides.
  const situation = new Situation(knowledge, [...primary, ...secondary.keys()]);
  for (const [unit, secret] of hideEnough(situation, cost).secondary) secondary.set(unit, secret);
  const audited = [...situation.secrets].flatMap((secret, index) => {
    const safe = situation.isSafe(index);
    const width = situation.widthSeen(index);
    return width === undefined ? [] : [{ secret, width, safe }];
  });
  const units = [...primary, ...secondary.keys()].sort((a, b) => a - b);
  return {
    hidden: new Map(units.map((unit) => [unit, primary.has(unit) ? 'primary' : 'secondary'])),
    leaks: [...situation.secrets.keys()].flatMap((secret) =>
      situation.isSafe(secret) ? [] : (situation.audit(secret) ?? []),
    ),
    audited,
  };
}

/** Hides units until nothing can be deduced; answers which, each with the secret it was for, and for which nothing helps. */
function hideEnough(
  situation: Situation,
  cost: Cost,
): { readonly secondary: Map<number, number>; readonly lost: Set<number> } {
  const secondary = new Map<number, number>();
  const lost = new Set<number>();
  for (let before = -1; before < secondary.size;) {
    before = secondary.size;
    for (const secret of situation.secrets.keys()) {
      if (lost.has(secret) || situation.isSafe(secret)) continue;
      for (const unit of hideFor(secret, situation, cost)) secondary.set(unit, secret);
      if (!situation.isSafe(secret)) lost.add(secret);
    }
  }
  return { secondary, lost };
}

/** Hides units for one secret; answers which. */
function hideFor(index: number, situation: Situation, cost: Cost): readonly number[] {
  const sparing: Cost = (unit) => (cost(unit) >= PRECIOUS ? Infinity : cost(unit));
  const cheaply = hideBy(sparing, index, situation);
  const spares = situation.secrets[index]?.spares === true;
  return spares || situation.isSafe(index) ? cheaply : [...cheaply, ...hideBy(cost, index, situation)];
}

/** The same, at no more than so much a unit. */
function hideBy(cost: Cost, index: number, situation: Situation): readonly number[] {
  const found = situation.audit(index);
  if (found === undefined) return [];
  const { secret, lower, believed } = found;
  // To reach five may be enough, since what can be more can often be less as well; else the range itself must be.
  const targets = new Set([ENOUGH, Math.max(ENOUGH, lower + ENOUGH, believed.lower + ENOUGH - 1)]);
  let widest: readonly number[] = [];
  for (const surroundings of surroundingsOf(secret.form, situation, MOST_ATOMS)) {
    for (const target of targets) {
      const units = wayOut(secret.form, target - secret.value, situation, surroundings, cost) ?? [];
      if (situation.hideIf(units, () => situation.isSafe(index))) return units;
    }
    widest = surroundings.lines;
  }
  const connected = new Set(widest.flatMap((line) => situation.lines.lines[line]?.unit ?? []));
  return hideAll(
    [...connected].filter((unit) => cost(unit) < Infinity),
    index,
    situation,
  );
}

/** Hides all of these units if that makes the range of a secret wider at all; answers which it has hidden. */
function hideAll(units: readonly number[], index: number, situation: Situation): readonly number[] {
  const before = situation.audit(index);
  const shown = units.filter((unit) => !situation.isHidden(unit));
  const helps = (): boolean => situation.isSafe(index) || isNarrower(before, situation.audit(index));
  return situation.hideIf(shown, helps) ? shown : [];
}

/** Shows again which of the secondary units need not be hidden, the dearest first. */
function showAgain(
  situation: Situation,
  secondary: Map<number, number>,
  lost: ReadonlySet<number>,
  cost: Cost,
): void {
  const settled = new Map([...lost].map((secret) => [secret, situation.audit(secret)]));
  const isFine = (secret: number): boolean =>
    situation.isSafe(secret) ||
    (settled.has(secret) && !isNarrower(situation.audit(secret), settled.get(secret)));
  const secrets = [...situation.secrets.keys()];
  for (const [unit, secret] of [...secondary].sort(([a], [b]) => cost(b) - cost(a) || b - a)) {
    // What it was hidden for is the likeliest to be told again.
    if (situation.showIf(unit, () => isFine(secret) && secrets.every(isFine))) secondary.delete(unit);
  }
}

function isNarrower(one: Audited | undefined, other: Audited | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    one.upper - one.lower < other.upper - other.lower ||
    one.believed.upper - one.believed.lower < other.believed.upper - other.believed.lower
  );
}
