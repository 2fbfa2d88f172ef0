import * as z from 'zod';
import { deleteItem, putItem, queryAll, queryPage, queryPages, type Table } from './dynamo.ts';
import {
  accessKey,
  accessPartition,
  auditKey,
  auditPartition,
  auditsOfProvider,
  auditsOfProviderPartition,
  openingsOfPack,
  openingsOfPackPartition,
  tableIndexes,
} from './table.ts';

const occasion = {
  id: z.string(),
  at: z.string(),
  /** The client and the subject of the token; absent for what the system does by itself. */
  clientId: z.string().optional(),
  sub: z.string().optional(),
  /** That it was a person who had signed in, known by the subject. */
  person: z.literal(true).optional(),
};

/** Which revision of a pack. */
const ofRevision = { commissioner: z.string(), month: z.string(), revision: z.int() };

/** Of whom something was handed out, and what stands in place of the reference once the person was erased. */
const ofPerson = { provider: z.string(), personRef: z.string().optional(), erasure: z.string().optional() };

const auditSchema = z.discriminatedUnion('action', [
  /** A link to a file of a pack was issued. */
  z.object({
    ...occasion,
    ...ofRevision,
    action: z.literal('link-issued'),
    file: z.string(),
  }),
  /** A person approved a revision, took that back, or released it. */
  z.object({
    ...occasion,
    ...ofRevision,
    action: z.enum(['pack-approved', 'approval-withdrawn', 'pack-released']),
  }),
  /** The operator set aside the approval of somebody who cannot take it back, known by their subject. */
  z.object({
    ...occasion,
    ...ofRevision,
    action: z.literal('approval-set-aside'),
    approver: z.string(),
  }),
  /**
   * Somebody asked for another commissioner's pack, or wanted to approve or release one and was refused. What was asked
   * for is kept where it has the form of a code and a month.
   */
  z.object({
    ...occasion,
    action: z.enum(['pack-refused', 'approval-refused']),
    /** Of the refusal, as it was answered. */
    code: z.string(),
    asked: z.object({ commissioner: z.string().optional(), month: z.string().optional() }),
  }),
  /** A statement of finance was read, or a link to a file of it was issued. */
  z.object({
    ...occasion,
    action: z.literal('statement-read'),
    commissioner: z.string(),
    provider: z.string(),
    month: z.string(),
    state: z.enum(['provisional', 'final']),
    file: z.string(),
    /** Who it was: the provider's part of the audit has what the provider itself read. */
    by: z.enum(['provider', 'commissioner', 'operator']),
  }),
  /** A version of a block or claim was sent, or it was withdrawn. */
  z.object({
    ...occasion,
    action: z.enum(['block-sent', 'block-withdrawn', 'claim-sent', 'claim-withdrawn']),
    commissioner: z.string(),
    provider: z.string(),
    /** The id of the block or claim. */
    entry: z.string(),
    version: z.int(),
  }),
  /** Everything held on a person was handed out. */
  z.object({
    ...occasion,
    ...ofPerson,
    action: z.literal('subject-access'),
    format: z.enum(['json', 'pdf']),
  }),
  /** A written report on a placement was issued to its referrer. */
  z.object({
    ...occasion,
    ...ofPerson,
    action: z.literal('report-issued'),
    /** Its id, which goes with the reference. */
    placement: z.string().optional(),
    /** The code of the referrer it is for, whoever asked for it; it stays when the person is erased. */
    recipient: z.string().optional(),
  }),
  /** A person was erased, or the erasure was lifted. */
  z.object({
    ...occasion,
    action: z.enum(['person-erased', 'erasure-lifted']),
    provider: z.string(),
    erasure: z.string(),
  }),
  /**
   * A machine client was to be made, or to have this binding and these scopes. Kept before it is done: it may have come
   * to nothing. A provider has those that are bound to it in its part of the audit.
   */
  z.object({
    ...occasion,
    action: z.literal('client-sent'),
    machine: z.string(),
    binding: z.record(z.string(), z.union([z.string(), z.literal(true)])),
    scopes: z.array(z.string()),
    provider: z.string().optional(),
  }),
  /** A machine client was to get a new secret, or to be removed. */
  z.object({
    ...occasion,
    action: z.enum(['client-secret-renewed', 'client-removed']),
    machine: z.string(),
    provider: z.string().optional(),
  }),
  /** An entry of a registry was to be made or changed, and in which of its fields. */
  z.object({
    ...occasion,
    action: z.literal('registry-changed'),
    registry: z.string(),
    entry: z.string(),
    fields: z.array(z.string()),
  }),
  /** Records were removed because they had been kept long enough. */
  z.object({
    ...occasion,
    action: z.literal('retention-enforced'),
    provider: z.string(),
    people: z.int(),
    records: z.record(z.string(), z.int()),
  }),
]);

/** Who did or was handed what, and when: one entry an occasion, kept before anything is handed over. */
export type AuditEntry = z.infer<typeof auditSchema>;

export type PersonAccess = Extract<AuditEntry, { personRef?: string | undefined }>;

/**
 * Keeps an entry. One about a person is also kept with what is held on them, so that they can be told, and so that
 * an erasure finds every place of the reference.
 */
export async function writeAudit(table: Table, entry: AuditEntry): Promise<void> {
  if ('personRef' in entry && entry.personRef !== undefined)
    await putItem(table, { ...accessKey(entry.provider, entry.personRef, entry.at, entry.id), ...entry });
  // Who was erased in between has an entry without a reference already, which stays.
  await putItem(table, itemOf(entry), 'absent');
}

function itemOf(entry: AuditEntry) {
  return {
    ...auditKey(entry.at, entry.id),
    ...entry,
    ...('provider' in entry &&
      entry.provider !== undefined &&
      isOfProvider(entry) &&
      auditsOfProvider(entry.provider, entry.at, entry.id)),
    ...(entry.action === 'link-issued' &&
      openingsOfPack(entry.commissioner, entry.month, entry.at, entry.id)),
  };
}

/** What a commissioner reads is no provider's business. */
function isOfProvider(entry: AuditEntry): boolean {
  return entry.action !== 'statement-read' || entry.by === 'provider';
}

export type AuditPage = { readonly entries: readonly AuditEntry[]; readonly cursor?: string };

const PAGE_SIZE = 200;

/**
 * The entries of a month, newest first, a page at a time; of one provider's people alone where a provider is given.
 * A cursor is the last entry's place, and the next page begins before it.
 */
export async function readAudit(
  table: Table,
  month: string,
  { provider, before }: { readonly provider?: string | undefined; readonly before?: string | undefined },
): Promise<AuditPage> {
  const { byParty } = tableIndexes;
  const where =
    provider === undefined
      ? { partition: auditPartition(month) }
      : { index: byParty, partition: auditsOfProviderPartition(provider, month) };
  const page = await queryPage(table, {
    ...where,
    descending: true,
    limit: PAGE_SIZE,
    ...(before !== undefined && { before }),
  });
  const last = page.items.at(-1)?.['SK'];
  return {
    entries: page.items.map((item) => auditSchema.parse(item)),
    ...(page.next !== undefined && typeof last === 'string' && { cursor: last }),
  };
}

const OPENINGS_A_PAGE = 50;

export type Opening = Extract<AuditEntry, { action: 'link-issued' }>;

/**
 * The links to files of a commissioner's pack of a month that were given out, of those that may be seen; newest first, a
 * page at a time. A cursor is the place of the last one that is shown.
 */
export async function readOpenings(
  table: Table,
  { commissioner, month }: { readonly commissioner: string; readonly month: string },
  maySee: (opening: Opening) => boolean,
  before?: string,
): Promise<{ readonly openings: readonly Opening[]; readonly cursor?: string }> {
  const pages = queryPages(table, {
    index: tableIndexes.byParty,
    partition: openingsOfPackPartition(commissioner, month),
    descending: true,
    limit: OPENINGS_A_PAGE,
    ...(before !== undefined && { before }),
  });
  const seen: Opening[] = [];
  for await (const items of pages) {
    const entries = items.map((item) => auditSchema.parse(item));
    seen.push(...entries.filter((entry) => entry.action === 'link-issued').filter(maySee));
    if (seen.length > OPENINGS_A_PAGE) break;
  }
  const openings = seen.slice(0, OPENINGS_A_PAGE);
  const last = openings.at(-1);
  return {
    openings,
    ...(seen.length > openings.length && last && { cursor: auditKey(last.at, last.id).SK }),
  };
}

/** Every access to what is held on a person, oldest first. */
export async function readAccesses(
  table: Table,
  provider: string,
  personRef: string,
): Promise<PersonAccess[]> {
  const items = await queryAll(table, { partition: accessPartition(provider, personRef) });
  return items
    .map((item) => auditSchema.parse(item))
    .filter((entry): entry is PersonAccess => 'personRef' in entry);
}

/**
 * Takes the reference out of an access that was kept: that it happened stays, of whom does not.
 *
 * @param erasure what stands in its place, where the person was erased
 */
export async function anonymiseAccess(table: Table, entry: PersonAccess, erasure?: string): Promise<void> {
  const { personRef } = entry;
  if (personRef === undefined) return;
  // Also where it is not there yet: whoever is about to write it finds this one.
  await putItem(table, itemOf({ ...nameless(entry), ...(erasure !== undefined && { erasure }) }));
  await deleteItem(table, accessKey(entry.provider, personRef, entry.at, entry.id));
}

function nameless({ personRef: _, ...entry }: PersonAccess) {
  if (entry.action !== 'report-issued') return entry;
  const { placement: __, ...rest } = entry;
  return rest;
}
