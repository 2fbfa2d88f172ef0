import * as z from 'zod';
import { createHash } from 'node:crypto';
import { deleteItem, getItem, putItem, queryAll, type Table } from './dynamo.ts';
import { inParallel } from './in-parallel.ts';
import { answersPartition, answerSort, expiryAttribute } from './table.ts';

/** How long an answer is kept. */
const KEPT_MS = 24 * 60 * 60_000;

/** A request is over by then: no function that answers runs that long. */
const LONGEST_REQUEST_MS = 30_000;

/** An item is 400 KB at most. */
const MOST_OF_PART = 380_000;

const AT_ONCE = 8;

/** By whom a request was sent, and the key that they gave it. */
export type RequestName = { readonly provider: string; readonly client: string; readonly key: string };

const answerSchema = z.object({
  PK: z.string(),
  /** The hash of what was sent. */
  request: z.string(),
  claimedAt: z.string(),
  claim: z.string(),
  /** How many parts the answer is kept in; absent until it is there. */
  parts: z.int().optional(),
});

const partSchema = z.object({ claim: z.string(), bytes: z.instanceof(Uint8Array) });

/** The right to answer a request: nobody else does meanwhile. */
export type Claim = z.infer<typeof answerSchema>;

/** What is known of a request: it is this one's to answer, another's at this moment, another request, or answered. */
export type Claimed =
  | { readonly state: 'claimed'; readonly claim: Claim }
  | { readonly state: 'under-way' }
  | { readonly state: 'other-request' }
  | { readonly state: 'answered'; readonly claim: Claim; readonly bytes: Uint8Array };

const MOST_RACES = 5;

/**
 * Claims a request by its name. One that was claimed and never answered is free again once nobody can be working on
 * it; what was answered is forgotten after 24 hours.
 *
 * @param request the hash of what was sent
 * @param claim an id of this attempt
 */
export async function claimRequest(
  table: Table,
  name: RequestName,
  { request, claim }: { readonly request: string; readonly claim: string },
  now: Date,
): Promise<Claimed> {
  const PK = partitionOf(name);
  const mine = { PK, request, claim, claimedAt: now.toISOString() };
  for (let race = 0; race < MOST_RACES; race += 1) {
    const item = await getItem(table, { PK, SK: answerSort() });
    const known = item && answerSchema.parse(item);
    const age = known === undefined ? Infinity : now.getTime() - Date.parse(known.claimedAt);
    if (known !== undefined && age < KEPT_MS) {
      if (known.request !== request) return { state: 'other-request' };
      const bytes = known.parts === undefined ? undefined : await readParts(table, known);
      if (bytes !== undefined) return { state: 'answered', claim: known, bytes };
      if (known.parts === undefined && age < LONGEST_REQUEST_MS) return { state: 'under-way' };
    }
    const condition = known === undefined ? 'absent' : { claim: known.claim };
    if (await putItem(table, itemOf(mine), condition)) return { state: 'claimed', claim: mine };
  }
  return { state: 'under-way' };
}

/** Keeps the answer to a request that was claimed: its parts first. Where somebody else claimed it since, theirs stands. */
export async function keepAnswer(table: Table, claim: Claim, bytes: Uint8Array): Promise<void> {
  const parts = Array.from({ length: Math.ceil(bytes.length / MOST_OF_PART) }, (_, part) =>
    bytes.subarray(part * MOST_OF_PART, (part + 1) * MOST_OF_PART),
  );
  await inParallel(AT_ONCE, parts, (ofPart, part) =>
    putItem(table, {
      ...{ PK: claim.PK, SK: answerSort(part), claim: claim.claim, bytes: ofPart },
      [expiryAttribute]: expiryOf(claim),
    }),
  );
  await putItem(table, itemOf({ ...claim, parts: parts.length }), { claim: claim.claim });
}

/** Lets go of a request that was not answered, so that it can be sent again at once. */
export async function releaseRequest(table: Table, { PK, claim }: Claim): Promise<void> {
  await deleteItem(table, { PK, SK: answerSort() }, { claim });
}

/** Undefined where a part is gone: items expire each for itself. */
async function readParts(table: Table, { PK, claim, parts = 0 }: Claim): Promise<Uint8Array | undefined> {
  const items = await queryAll(table, { partition: PK, beginsWith: 'PART#' });
  const found = items.map((item) => partSchema.parse(item)).filter((part) => part.claim === claim);
  return found.length < parts ? undefined : Buffer.concat(found.map(({ bytes }) => bytes));
}

function itemOf(claim: Claim) {
  return { ...claim, SK: answerSort(), [expiryAttribute]: expiryOf(claim) };
}

function expiryOf({ claimedAt }: Claim): number {
  return Math.ceil((Date.parse(claimedAt) + KEPT_MS) / 1000);
}

/** A key may be anything, so it is no part of a name that is kept. */
function partitionOf({ provider, client, key }: RequestName): string {
  return answersPartition(provider, createHash('sha256').update(`${client}\0${key}`).digest('hex'));
}
