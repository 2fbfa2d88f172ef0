import { dayOf } from '../records/london.ts';
import { type Amount, less, total } from './amount.ts';
import { type BlockRecord, SPOT, weekPence } from './block.ts';
import type { ClaimRecord } from './claim.ts';
import type { Charge } from './charge.ts';
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
  /** Some of its weeks were charged on the spot although a block funds it: none had weeks left. */
  | 'no-block-left'
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
    const { provider, commissioner, account, charges: used, claimLines } = compared;
    const block = blockOf.get(account);
    const isTheirs = block?.data.provider === provider && block.data.commissioner === commissioner;
    const record = used[0]?.used.placement ?? placementOf.get(`${provider} ${compared.placement}`);
    return lineOf({
      compared,
      block: isTheirs ? block : undefined,
      record: record?.data.commissioner === commissioner ? record : undefined,
      used: { weeks: used.length, pence: used.reduce((sum, { pence }) => sum + pence, 0) },
      claimed: total(claimLines.map(({ weeks, ratePence }) => ({ weeks, pence: weeks * ratePence }))),
    });
  });
}

type Facts = {
  readonly compared: UsedAndClaimed;
  readonly block: BlockRecord | undefined;
  readonly record: PlacementRecord | undefined;
  readonly used: Amount;
  readonly claimed: Amount;
};

type Rule<Name> = readonly [Name, (facts: Facts) => boolean];

/** In the order in which they are looked for. */
const DIFFERENCES: readonly Rule<Difference>[] = [
  ['claim-missing', ({ claimed }) => claimed.weeks === 0],
  ['usage-missing', ({ used }) => used.weeks === 0],
  ['outside-validity', isOutsideValidity],
  ['over-claimed', ({ used, claimed }) => used.weeks > 0 && claimed.weeks > used.weeks],
  ['under-claimed', ({ used, claimed }) => claimed.weeks > 0 && claimed.weeks < used.weeks],
  ['rate-differs', (facts) => facts.compared.claimLines.some(({ ratePence }) => !isRate(ratePence, facts))],
];

const HINTS: readonly Rule<Hint>[] = [
  ['overlapping-placements', hasWeek('overlapping-placements')],
  ['after-planned-end', hasWeek('after-planned-end')],
  ['no-attendance', hasWeek('no-attendance')],
  ['after-end', isAfterEnd],
  ['charged-elsewhere', ({ compared }) => compared.elsewhere.length > 0],
  [
    'no-block-left',
    ({ compared, record }) =>
      compared.account === SPOT && record?.data.funding === 'block' && compared.charges.length > 0,
  ],
  ['unknown-placement', ({ record }) => record === undefined],
  ['unknown-block', ({ compared, block }) => compared.account !== SPOT && block === undefined],
  [
    'remainder-of-block',
    ({ compared }) =>
      compared.charges.some(({ block, pence }) => block !== undefined && pence !== weekPence(block.data)),
  ],
];

function lineOf(facts: Facts): ReconciliationLine {
  const { used, claimed, compared } = facts;
  const [finding = 'matched', ...others] = namesOf(DIFFERENCES, facts);
  return {
    provider: compared.provider,
    commissioner: compared.commissioner,
    month: compared.month,
    account: compared.account,
    placement: compared.placement,
    finding,
    flags: [...others, ...namesOf(HINTS, facts)],
    used,
    claimed,
    difference: less(claimed, used),
    weeks: compared.charges.map((charge) => charge.used),
    claims: [...new Set(compared.claimLines.map(({ claim }) => claim))].sort(),
  };
}

/** The names of the rules that hold, in their order. */
function namesOf<Name>(rules: readonly Rule<Name>[], facts: Facts): Name[] {
  return rules.filter(([, holds]) => holds(facts)).map(([name]) => name);
}

function hasWeek(flag: WeekFlag): (facts: Facts) => boolean {
  return ({ compared }) => compared.charges.some(({ used }) => used.flags.includes(flag));
}

/**
 * Whether some week that was claimed cannot have been one of the block's: more was claimed than used, and either the
 * block is not valid in all of the month and more than its weeks in it were claimed, or the placement has a week in the month in which it is not.
 */
function isOutsideValidity({ compared: { month, elsewhere }, block, used, claimed }: Facts): boolean {
  if (block === undefined || claimed.weeks <= used.weeks) return false;
  const valid = validWeeks(block.data);
  const { first, last } = weeksOfMonth(month);
  const most = Math.max(0, Math.min(last, valid.last) - Math.max(first, valid.first) + 1);
  const isCutShort = most <= last - first;
  return (
    (isCutShort && claimed.weeks > most) ||
    elsewhere.some(({ used: { week } }) => week < valid.first || week > valid.last)
  );
}

/** Whether a week may be claimed at a rate; any where it is not known, as where nothing was used on the spot. */
function isRate(ratePence: number, { compared: { account, charges }, block }: Facts): boolean {
  if (account !== SPOT) return block === undefined || weekPence(block.data) === ratePence;
  return charges.length === 0 || charges.some(({ pence }) => pence === ratePence);
}

function isAfterEnd({ compared: { month }, record, used, claimed }: Facts): boolean {
  const endedOn = record?.data.endedOn;
  const isMore = claimed.weeks > used.weeks;
  return isMore && endedOn !== undefined && dayOf(endedOn) < mondayOf(weeksOfMonth(month).last);
}
