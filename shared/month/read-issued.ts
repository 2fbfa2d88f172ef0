import { type IssuedMonth, readIssuedMonth } from '../outcomes/change/issued-month.ts';
import { type OutcomeDocument, outcomeDocumentSchema } from '../outcomes/document.ts';
import type { Table } from '../store/dynamo.ts';
import { type Bucket, packFolder, readFile } from '../store/pack-files.ts';
import { inParallel } from '../store/in-parallel.ts';
import { readKnownPacks } from '../store/known-packs.ts';
import type { IssuedPack } from '../store/packs.ts';

/** How many documents are fetched at the same time. */
const AT_ONCE = 8;

/** What was issued before an issue. */
export type IssuedBefore = {
  /** The issues before of its month, the first first. */
  readonly revisions: readonly OutcomeDocument[];
  /** The last of them that had been released, which readers hold. */
  readonly held: OutcomeDocument | undefined;
  /** The last issue of every month before. */
  readonly months: readonly IssuedMonth[];
  /** Every issue of the months before: who holds a first one does not need the last. */
  readonly every: readonly IssuedMonth[];
};

/**
 * Reads what a commissioner had been issued when an issue was claimed. What was issued since does not count, so an
 * issue that is written again, or replayed, sees the same.
 */
export async function readIssuedBefore(
  { table, bucket }: { readonly table: Table; readonly bucket: Bucket },
  {
    commissioner,
    month,
    revision,
    claimedAt,
  }: Pick<IssuedPack, 'commissioner' | 'month' | 'revision' | 'claimedAt'>,
): Promise<IssuedBefore> {
  const issued = (await readKnownPacks(table, commissioner)).filter(({ issuedAt }) => issuedAt <= claimedAt);
  const before = issued.filter((pack) => pack.month < month);
  const revisions = issued.filter((pack) => pack.month === month && pack.revision < revision);
  const every = await inParallel(AT_ONCE, before, async (pack) =>
    readIssuedMonth(await readOutcomes(bucket, pack)),
  );
  const documents = await inParallel(AT_ONCE, revisions, async (pack) =>
    outcomeDocumentSchema.parse(await readOutcomes(bucket, pack)),
  );
  const held = revisions.findLastIndex(({ release: { released } = {} }) => {
    return released !== undefined && released.at <= claimedAt;
  });
  return {
    revisions: documents,
    held: documents[held],
    months: lastOfEach(every),
    every,
  };
}

/** The last issue of each month, of issues in the order in which they came. */
const lastOfEach = (issues: readonly IssuedMonth[]): IssuedMonth[] => [
  ...new Map(issues.map((issue) => [issue.month, issue])).values(),
];

async function readOutcomes(bucket: Bucket, { commissioner, month, revision }: IssuedPack): Promise<unknown> {
  const bytes = await readFile(bucket, `${packFolder(commissioner, month, revision)}/outcomes.json`);
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}
