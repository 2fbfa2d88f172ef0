import { dayOf } from '../records/london.ts';
import { type Amount, less, total } from './amount.ts';
import { type BlockRecord, SPOT, weekPence } from './block.ts';
import type { ClaimRecord } from './claim.ts';
import type { Charge } from './drawdown.ts';
import { mondayOf, weeksOfMonth } from './iso-week.ts';
import { type PlacementRecord, type PlacementWeek, type WeekFlag } from './placement-weeks.ts';
import { type UsedAndClaimed, usedAndClaimed } from './used-and-claimed.ts';
import { validWeeks } from './valid-weeks.ts';

/** What is wrong between what was claimed of a placement in a month and what was used. */
export type Difference =
  'claim-missing' | 'usage-missing' | 'outside-validity' | 'over-claimed' | 'under-claimed' | 'rate-differs';

/** What helps to see why: of the weeks, of the claim, or of the placement. */
export type Hint =
  | WeekFlag
  /** More was claimed than used, and the placement ended before the month's last week. */
  | 'after-end'
  /** Some of the placement's weeks in the month were charged to another block, or on the spot. */
  | 'charged-elsewhere'
  | 'unknown-placement'
  | 'unknown-block'
  /** The block's last week is among them, and with it the pence that rounding left. */
  | 'remainder-of-block';

/** One placement in one month, in one block or on the spot. */
export type ReconciliationLine = {
  readonly provider: string;
  readonly commissioner: string;
  readonly month: string;
  /** A block's id, or `spot`. */
  readonly account: string;
  readonly placement: string;
  readonly finding: Difference | 'matched';
  /** Whatever else applies. */
  readonly flags: readonly (Difference | Hint)[];
  readonly used: Amount;
  readonly claimed: Amount;
  /** Claimed less used. */
  readonly difference: Amount;
  /** The weeks behind what was used; `datesOf` gives their days. */
  readonly weeks: readonly PlacementWeek[];
  /** The claims behind what was claimed. */
  readonly claims: readonly string[];
};

export type Reconciled = {
  readonly blocks: readonly BlockRecord[];
  readonly placements: readonly PlacementRecord[];
  readonly charges: readonly Charge[];
  readonly claims: readonly ClaimRecord[];
};

/**
 * What was claimed against what was used: a line for each placement, month and account in which there is either, by
 * provider, commissioner, month, account and placement. A line is called by the first difference that applies, in the
 * order of `Difference`. Several claims of one placement, month and account are taken together.
 *
 * @example reconcile({ blocks, placements, charges, claims }).filter(({ finding }) => finding !== 'matched')
 */
export function reconcile({ blocks, placements, charges, claims }: Reconciled): ReconciliationLine[] {
  const blockOf = new Map(blocks.map((block) => [block.id, block]));
  const placementOf = new Map(placements.map((record) => [`${record.provider} ${record.id}`, record]));
  return usedAndClaimed(charges, claims).map((compared) => {
    const { provider, commissioner } = compared;
    const block = blockOf.get(compared.account);
    const placement = placementOf.get(`${provider} ${compared.placement}`);
    const isTheirs = block?.data.provider === provider && block.data.commissioner === commissioner;
    return lineOf({
      ...compared,
      block: isTheirs ? block : undefined,
      record: placement?.data.commissioner === commissioner ? placement : undefined,
    });
  });
}

type Facts = UsedAndClaimed & {
  readonly block: BlockRecord | undefined;
  readonly record: PlacementRecord | undefined;
};

/** The facts with what was used and claimed added up. */
type Compared = Facts & { readonly used: Amount; readonly claimed: Amount };

const differences: Readonly<Record<Difference, (of: Compared) => boolean>> = {
  'claim-missing': ({ claimed }) => claimed.weeks === 0,
  'usage-missing': ({ used }) => used.weeks === 0,
  'outside-validity': isOutsideValidity,
  'over-claimed': ({ used, claimed }) => used.weeks > 0 && claimed.weeks > used.weeks,
  'under-claimed': ({ used, claimed }) => claimed.weeks > 0 && claimed.weeks < used.weeks,
  'rate-differs': ({ claimLines, ...facts }) => {
    const rates = ratesOf(facts);
    return rates.size > 0 && claimLines.some(({ ratePence }) => !rates.has(ratePence));
  },
};

const hints: Readonly<Record<Hint, (of: Compared) => boolean>> = {
  'overlapping-placements': hasWeek('overlapping-placements'),
  'after-planned-end': hasWeek('after-planned-end'),
  'no-attendance': hasWeek('no-attendance'),
  'after-end': ({ used, claimed, record, month }) =>
    claimed.weeks > used.weeks &&
    record?.data.endedOn !== undefined &&
    dayOf(record.data.endedOn) < mondayOf(weeksOfMonth(month).last),
  'charged-elsewhere': ({ elsewhere }) => elsewhere.length > 0,
  'unknown-placement': ({ record }) => record === undefined,
  'unknown-block': ({ account, block }) => account !== SPOT && block === undefined,
  'remainder-of-block': ({ charges }) =>
    charges.some(({ block, pence }) => block !== undefined && pence !== weekPence(block.data)),
};

function lineOf(facts: Facts): ReconciliationLine {
  const { provider, commissioner, month, account, placement, charges, claimLines } = facts;
  const used = total(charges.map(({ pence }) => ({ weeks: 1, pence })));
  const claimed = total(claimLines.map(({ weeks, ratePence }) => ({ weeks, pence: weeks * ratePence })));
  const compared = { ...facts, used, claimed };
  const [finding = 'matched', ...others] = namesOf(differences, compared);
  return {
    ...{ provider, commissioner, month, account, placement },
    finding,
    flags: [...others, ...namesOf(hints, compared)],
    used,
    claimed,
    difference: less(claimed, used),
    weeks: charges.map((charge) => charge.used),
    claims: [...new Set(claimLines.map(({ claim }) => claim))],
  };
}

/** The names of the rules that hold, in their order. */
function namesOf<Name extends string>(
  rules: Readonly<Record<Name, (of: Compared) => boolean>>,
  compared: Compared,
): Name[] {
  const isName = (name: string): name is Name => name in rules;
  return Object.keys(rules)
    .filter(isName)
    .filter((name) => rules[name](compared));
}

function hasWeek(flag: WeekFlag): (of: Compared) => boolean {
  return ({ charges }) => charges.some(({ used }) => used.flags.includes(flag));
}

/**
 * Whether some week that was claimed cannot have been one of the block's: more was claimed than used, and either more
 * than the month has weeks in which the block is valid, or the placement has a week in the month in which it is not.
 */
function isOutsideValidity({ block, month, used, claimed, elsewhere }: Compared): boolean {
  if (block === undefined || claimed.weeks <= used.weeks) return false;
  const valid = validWeeks(block.data);
  const { first, last } = weeksOfMonth(month);
  const most = Math.max(0, Math.min(last, valid.last) - Math.max(first, valid.first) + 1);
  return (
    claimed.weeks > most || elsewhere.some(({ used: { week } }) => week < valid.first || week > valid.last)
  );
}

/** What a week may be claimed at; none known where nothing was used on the spot. */
function ratesOf({ account, block, charges }: Pick<Facts, 'account' | 'block' | 'charges'>): Set<number> {
  if (account === SPOT) return new Set(charges.map(({ pence }) => pence));
  return new Set(block === undefined ? [] : [weekPence(block.data)]);
}
