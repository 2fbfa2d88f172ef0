import { withMoved } from '../outcomes/change/with-moved.ts';
import { withTrends } from '../outcomes/change/with-trends.ts';
import type { ComputedOutcomes } from '../outcomes/computed.ts';
import { discloseAndTell } from '../outcomes/disclosure.ts';
import type { Withheld } from '../outcomes/disclosure/pack/withhold.ts';
import type { OutcomeDocument } from '../outcomes/document.ts';
import type { TagOf } from '../privacy/person-tags.ts';
import type { Table } from '../store/dynamo.ts';
import type { Bucket } from '../store/pack-files.ts';
import type { Issue } from './issue-month.ts';
import { readIssuedBefore } from './read-issued.ts';
import { recordsBetween } from './records-between.ts';

/** Where things are kept, and how people are known when they are erased. */
type Stores = { readonly table: Table; readonly bucket: Bucket; readonly tagOf: TagOf };

/**
 * The document of an issue: small numbers withheld, beside the issues before too; what moved since the one that readers
 * hold, or since the last where they hold none; and change over time, from what was issued of the months before. With what
 * was withheld, for the operator.
 */
export async function makeDocument(
  { table, bucket, tagOf }: Stores,
  computed: ComputedOutcomes,
  { claimedAt, ...issue }: Issue,
  erased: ReadonlySet<string>,
): Promise<{ readonly document: OutcomeDocument; readonly withheld: Withheld }> {
  const { commissioner, month } = computed;
  const { revision, asAt } = issue;
  const { revisions, held, months, every } = await readIssuedBefore(
    { table, bucket },
    { commissioner, month, revision, claimedAt },
  );
  const { document, withheld } = discloseAndTell(computed, { ...issue, before: every }, ...revisions);
  const previous = held ?? revisions.at(-1);
  if (previous === undefined) return { document: withTrends(document, computed, months), withheld };
  const reading = { since: previous.asAt, asAt, erased };
  const records = await recordsBetween(table, tagOf, { commissioner, month }, reading);
  const moved = withMoved(document, previous, records, held !== undefined);
  return { document: withTrends(moved, computed, months, previous), withheld };
}
