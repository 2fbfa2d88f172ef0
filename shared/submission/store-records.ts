import { AppError, type FieldIssue } from '../platform/errors.ts';
import { erasedIssue } from '../privacy/erased.ts';
import type { AnyRecord } from '../records/registry.ts';
import { inParallel } from '../store/in-parallel.ts';
import { type Change, putRecord, type Stored } from '../store/put-record.ts';
import { contentHash } from '../store/record-item.ts';
import type { Checked } from './check-records.ts';
import type { Lateness } from './late/lateness.ts';
import { peopleIn, personOf } from './people-in.ts';
import type { Submission } from './submission.ts';

export type Submitted = Stored | { readonly outcome: 'rejected'; readonly issues: readonly FieldIssue[] };

/** Where records are stored, and who says so. */
type Storing = Pick<Submission, 'table' | 'erasures' | 'change'> & { readonly lateness: Lateness };

type Guess = {
  readonly likelyNew: () => boolean;
  readonly learn: (outcome: Submitted['outcome']) => void;
};

/** How many ids are worked on at the same time. */
const AT_ONCE = 16;

/**
 * Stores what was checked, placements before what belongs to them and records of one id in the order sent; answers in
 * that order. Records of those whose erasure began in the meantime are refused after all.
 */
export async function storeRecords(storing: Storing, entries: readonly Checked[]): Promise<Submitted[]> {
  const people = entries.map(({ record }) => record && personOf(record));
  const guess = newAsBefore();
  const { result, erased } = await storing.erasures.watch(
    peopleIn(entries.map(({ record }, index) => ({ personRef: people[index], record }))),
    (visits) =>
      inTurn(entries, (chain) =>
        storeChain({ ...storing, guess, change: { ...storing.change, visits } }, chain),
      ),
  );
  return result.map((submitted, index) => {
    const erasure = erased.get(people[index] ?? '');
    return erasure === undefined ? submitted : { outcome: 'rejected', issues: [erasedIssue(erasure)] };
  });
}

/**
 * Guesses whether the next id is new: as the last one was. Whoever sends for the first time mostly sends new ids, and is
 * spared a look at each; whoever sends again is told by the first few.
 */
function newAsBefore(): Guess {
  let last = true;
  return { likelyNew: () => last, learn: (outcome) => (last = outcome === 'created') };
}

/** What storing would answer; nothing is written. */
export function rehearseRecords(storing: Storing, entries: readonly Checked[]): Promise<Submitted[]> {
  return inTurn(entries, (chain) => rehearseChain(storing, chain));
}

type Step = {
  readonly record: AnyRecord;
  readonly commissioners: readonly string[] | undefined;
  readonly index: number;
};

/** Works on the records of each id in turn, placements first, and answers in the order sent. */
async function inTurn(
  entries: readonly Checked[],
  work: (chain: readonly Step[]) => Promise<Submitted[]>,
): Promise<Submitted[]> {
  const results: Submitted[] = entries.map(({ issues = [] }) => ({ outcome: 'rejected', issues }));
  const steps = entries.flatMap((entry, index) =>
    entry.record === undefined ? [] : [{ record: entry.record, commissioners: entry.commissioners, index }],
  );
  const chains = [...Map.groupBy(steps, ({ record }) => `${record.type}#${record.id}`).values()];
  const isPlacement = (chain: readonly Step[]) => chain[0]?.record.type === 'placement';
  for (const stage of [chains.filter(isPlacement), chains.filter((chain) => !isPlacement(chain))]) {
    await inParallel(AT_ONCE, stage, async (chain) => {
      const outcomes = await work(chain);
      chain.forEach(({ index }, i) => {
        const outcome = outcomes[i];
        if (outcome !== undefined) results[index] = outcome;
      });
    });
  }
  return results;
}

async function storeChain(
  { guess, ...storing }: Storing & { readonly guess: Guess },
  chain: readonly Step[],
): Promise<Submitted[]> {
  const outcomes: Submitted[] = [];
  for (const step of chain) {
    const likelyNew = outcomes.length === 0 && guess.likelyNew();
    const stored = await storeOne({ ...storing, change: { ...storing.change, likelyNew } }, step);
    if (outcomes.length === 0) guess.learn(stored.outcome);
    outcomes.push(stored);
  }
  return outcomes;
}

/** What storing records of one id in turn would answer: the first against the store, each other after the one before. */
async function rehearseChain(storing: Storing, chain: readonly Step[]): Promise<Submitted[]> {
  const [first, ...others] = chain;
  if (first === undefined) return [];
  let last = await storeOne(storing, first, true);
  let hash = contentHash(first.record.data);
  const outcomes = [last];
  for (const { record } of others) {
    const next = contentHash(record.data);
    if (last.outcome !== 'rejected') {
      last =
        next === hash
          ? { outcome: 'unchanged', version: last.version }
          : { outcome: 'amended', version: last.version + 1 };
    }
    outcomes.push(last);
    hash = next;
  }
  return outcomes;
}

/** What is wrong with the one record alone is its result; anything else stops the whole. */
async function storeOne(
  { table, change, lateness }: Storing,
  { record, commissioners }: Step,
  dryRun = false,
): Promise<Submitted> {
  const isLate: Change['isLate'] = (versions) => lateness.isLate(versions, commissioners);
  try {
    return await putRecord(table, record, { ...change, isLate, dryRun });
  } catch (error) {
    if (!(error instanceof AppError) || error.status === 412) throw error;
    return { outcome: 'rejected', issues: [{ field: 'id', code: error.code, message: error.message }] };
  }
}
