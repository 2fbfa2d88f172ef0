import * as z from 'zod';
import { getItem, putItem, queryAll, type Table } from './dynamo.ts';
import { packSort, packsPartition } from './table.ts';

const packSchema = z.object({
  SK: z.string(),
  commissioner: z.string(),
  month: z.string(),
  revision: z.int().min(1),
  /** The run that claimed the number. */
  run: z.string(),
  asAt: z.string(),
  fingerprint: z.string(),
  records: z.int(),
  claimedAt: z.string(),
  /** The erasures that touched earlier issues of the month and were known when it was computed. */
  erasures: z.array(z.string()).optional(),
  /** The erasures that were under way then: their people are not in it, although records of theirs were. */
  without: z.array(z.string()).optional(),
  /** Set once the manifest, the last file, is there: from then on the revision exists. */
  issuedAt: z.string().optional(),
  manifestSha256: z.string().optional(),
  /** The names of its files, which later versions of the system may have more of; absent in the first issues of all. */
  files: z.array(z.string()).readonly().optional(),
});

/** One revision of a commissioner's pack of a month; claimed first, issued once all its files are there. */
export type Pack = Omit<z.infer<typeof packSchema>, 'SK'>;

export type IssuedPack = Pack & { readonly issuedAt: string; readonly manifestSha256: string };

export function isIssued(pack: Pack): pack is IssuedPack {
  return pack.issuedAt !== undefined && pack.manifestSha256 !== undefined;
}

/** Every revision of a commissioner, of one month or of all; oldest month and revision first. */
export async function readPacks(table: Table, commissioner: string, month?: string): Promise<Pack[]> {
  const items = await queryAll(table, {
    partition: packsPartition(commissioner),
    beginsWith: packSort(month),
  });
  return items.map((item) => packSchema.parse(item));
}

/** One revision, or undefined. */
export async function readPack(
  table: Table,
  commissioner: string,
  month: string,
  revision: number,
): Promise<Pack | undefined> {
  const item = await getItem(table, keyOf({ commissioner, month, revision }));
  return item && packSchema.parse(item);
}

/**
 * Claims the next revision for an input. The newest claim of the same input that was not issued yet is found again,
 * whichever run made it: a retried step goes on where it was, and runs at the same time write one revision together,
 * with the same bytes. A number that was claimed for another input and never issued is skipped.
 *
 * @param lastFiled the highest revision with files: a table that was restored to an earlier instant does not know it
 */
export async function claimRevision(
  table: Table,
  claim: Omit<Pack, 'revision'>,
  lastFiled = 0,
): Promise<Pack> {
  for (;;) {
    const newest = (await readPacks(table, claim.commissioner, claim.month)).at(-1);
    if (newest?.fingerprint === claim.fingerprint) return newest;
    const pack = { ...claim, revision: Math.max(newest?.revision ?? 0, lastFiled) + 1 };
    if (await putItem(table, { ...keyOf(pack), ...pack }, 'absent')) return pack;
  }
}

/** Marks a revision as issued; doing it again changes nothing. */
export async function issuePack(
  table: Table,
  pack: Pack,
  issue: Required<Pick<Pack, 'issuedAt' | 'manifestSha256'>> & Pick<Pack, 'files'>,
): Promise<void> {
  if (!isIssued(pack)) await putItem(table, { ...keyOf(pack), ...pack, ...issue }, { run: pack.run });
}

function keyOf({ commissioner, month, revision }: Pick<Pack, 'commissioner' | 'month' | 'revision'>) {
  return { PK: packsPartition(commissioner), SK: packSort(month, revision) };
}
