import * as z from 'zod';
import { getItem, putItem, queryAll, queryPage, type Table } from './dynamo.ts';
import {
  packsPartition,
  releaseSort,
  tableIndexes,
  untoldReleases,
  untoldReleasesPartition,
} from './table.ts';

/** Who did something, when, and under which id the audit has it. */
const deedSchema = z.object({ id: z.string(), at: z.string(), sub: z.string(), clientId: z.string() });

/** One person's approval; taken back it stays, so that the audit can be completed after a crash. */
const approvalSchema = deedSchema.extend({
  commentary: z.string().optional(),
  withdrawn: deedSchema.optional(),
});

const releaseSchema = z.object({
  commissioner: z.string(),
  month: z.string(),
  revision: z.int().min(1),
  /** Of the very bytes that were approved. */
  manifestSha256: z.string(),
  /** One entry a person. */
  approvals: z.array(approvalSchema).readonly(),
  released: deedSchema.optional(),
  /** Who was told of the release, as hashes of their addresses. */
  told: z.array(z.string()).readonly().optional(),
  /** Since when somebody is at telling, or was last, and whether they have come to an end: after a crash they have not. */
  trying: z.object({ since: z.string(), isOver: z.boolean() }).optional(),
  /** When it was known that all were told, that there was nobody to tell, or that telling was given up. */
  toldAt: z.string().optional(),
  /** Counted up by each change, so that of two at the same time one looks again. */
  version: z.int().min(0),
});

/** What people said of a revision: an item of its own, which nothing that makes packs ever writes. */
export type Release = z.infer<typeof releaseSchema>;

export type Approval = Release['approvals'][number];

/** Which revision, and which bytes of it. */
export type Named = Pick<Release, 'commissioner' | 'month' | 'revision' | 'manifestSha256'>;

/** The approvals that were not taken back, the first first. */
export function standing({ approvals }: Pick<Release, 'approvals'>): Approval[] {
  return approvals
    .filter(({ withdrawn }) => withdrawn === undefined)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** What was said of a revision so far; of one that nobody has looked at, nothing. */
export async function readRelease(table: Table, named: Named): Promise<Release> {
  const item = await getItem(table, keyOf(named));
  if (item !== undefined) return releaseSchema.parse(item);
  const { commissioner, month, revision, manifestSha256 } = named;
  return { commissioner, month, revision, manifestSha256, approvals: [], version: 0 };
}

/** What was said of the revisions of a commissioner, of one month or of all. */
export async function readReleases(table: Table, commissioner: string, month?: string): Promise<Release[]> {
  const items = await queryAll(table, {
    partition: packsPartition(commissioner),
    beginsWith: releaseSort(month),
  });
  return items.map((item) => releaseSchema.parse(item));
}

/**
 * Changes what was said of a revision as it is at that moment: of two changes at the same time the later one looks
 * again. `change` answers nothing where nothing is to change, and throws what it refuses; it may be asked several times.
 *
 * @returns what is said then
 */
export async function changeRelease(
  table: Table,
  named: Named,
  change: (release: Release) => Partial<Release> | undefined | Promise<Partial<Release> | undefined>,
): Promise<Release> {
  for (;;) {
    const release = await readRelease(table, named);
    const changed = await change(release);
    if (changed === undefined) return release;
    const { version } = release;
    const next = { ...release, ...changed, version: version + 1 };
    if (await putItem(table, itemOf(next), version === 0 ? 'absent' : { version })) return next;
  }
}

/** Releases of which somebody may not have been told so far, what was tried last at the end; so many at most. */
export async function readUntold(table: Table, limit: number): Promise<Release[]> {
  const { items } = await queryPage(table, {
    index: tableIndexes.byParty,
    partition: untoldReleasesPartition,
    limit,
  });
  return items.map((item) => releaseSchema.parse(item));
}

function itemOf(release: Release) {
  const { commissioner, month, released, trying, toldAt } = release;
  const isUntold = released !== undefined && toldAt === undefined;
  return {
    ...keyOf(release),
    ...release,
    ...(isUntold && untoldReleases(trying?.since ?? released.at, commissioner, month)),
  };
}

function keyOf({ commissioner, month, revision }: Named) {
  return { PK: packsPartition(commissioner), SK: releaseSort(month, revision) };
}
