import { personOfUse } from '../finance/erased-use.ts';
import type { PlacedPerson } from '../finance/placement-weeks.ts';
import { placementTag, type TagOf } from '../privacy/person-tags.ts';
import { registries } from '../records/registries.ts';
import { readBlocks } from '../store/blocks.ts';
import { claimsOfCommissioner } from '../store/claims.ts';
import type { Table } from '../store/dynamo.ts';
import { type KeptUse, readKeptUses } from '../store/erased-uses.ts';
import { inParallel } from '../store/in-parallel.ts';
import type { Bucket } from '../store/pack-files.ts';
import { readPeople } from '../store/read-people.ts';
import { readEntries, readEntry } from '../store/registries.ts';
import { type ListedStatement, listStatements, readLedgers } from '../store/statement-files.ts';
import type { Account, AccountOfProvider, IssuedMonth } from './account.ts';
import { fundedPerson } from './funded-person.ts';
import { ledgerSchema } from './ledger.ts';

type Sources = { readonly table: Table; readonly bucket: Bucket; readonly tagOf: TagOf };

/** Before every placement that there ever was. */
const EVER = '0000-01-01';
const AT_ONCE = 8;

type Asked = {
  readonly commissioner: string;
  /** The instant: records received later do not exist. */
  readonly asAt: string;
  /** With whom alone, where one is given. */
  readonly provider?: string | undefined;
};

/** Reads what is between a commissioner and each provider it has bought from or placed people with, as at an instant. */
export async function readAccount(
  { table, bucket, tagOf }: Sources,
  { commissioner, asAt, provider: only }: Asked,
): Promise<Account> {
  const isAsked = (provider: string) => only === undefined || provider === only;
  const [entry, allProviders, allBlocks, allClaims, allFinal] = await Promise.all([
    readEntry(table, 'commissioners', commissioner),
    readEntries(table, 'providers'),
    readBlocks(table, commissioner),
    claimsOfCommissioner(table, commissioner),
    readFinal(bucket, commissioner),
  ]);
  const providers = allProviders.filter(({ id }) => isAsked(id));
  const blocks = allBlocks.filter(({ data }) => isAsked(data.provider));
  const claims = allClaims.filter(({ data }) => isAsked(data.provider));
  const final = allFinal.filter(({ provider }) => isAsked(provider));
  const issued = await readIssued(bucket, final);
  const kept = await readKept(
    table,
    providers.map(({ id }) => id),
    commissioner,
  );
  const people = await readPlaced(table, tagOf, { commissioner, asAt, provider: only }, kept);
  const nameOf = new Map(providers.map(({ id, data }) => [id, registries.providers.parse(data).name]));
  const codes = new Set([
    ...people.keys(),
    ...issued.keys(),
    ...blocks.map(({ data }) => data.provider),
    ...claims.map(({ data }) => data.provider),
  ]);
  return {
    commissioner,
    incomplete: final.filter(({ complete }) => !complete),
    commissionerName: entry === undefined ? commissioner : registries.commissioners.parse(entry.data).name,
    providers: [...codes].sort().map((provider): AccountOfProvider => {
      const placed = people.get(provider);
      return {
        provider,
        providerName: nameOf.get(provider) ?? provider,
        people: placed?.people ?? [],
        placementByTag: placed?.placementByTag ?? new Map(),
        blocks: blocks.filter(({ data }) => data.provider === provider),
        claims: claims.filter(({ data }) => data.provider === provider),
        issued: issued.get(provider) ?? [],
      };
    }),
  };
}

/** What is kept of placements of a commissioner that are not held any more, by provider and tag. */
async function readKept(
  table: Table,
  providers: readonly string[],
  commissioner: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, KeptUse>>> {
  const uses = await inParallel(AT_ONCE, providers, async (provider) => {
    const ofCommissioner = (await readKeptUses(table, provider)).filter(
      ({ use }) => use.commissioner === commissioner,
    );
    return [provider, new Map(ofCommissioner.map((kept) => [kept.tag, kept]))] as const;
  });
  return new Map(uses.filter(([, ofProvider]) => ofProvider.size > 0));
}

type Placed = { readonly people: PlacedPerson[]; readonly placementByTag: Map<string, string> };

/**
 * The people of a commissioner by provider, those who stand for kept uses among them. Where the same person's placement
 * is held again, that counts; where its id is another person's by now, both do.
 */
async function readPlaced(
  table: Table,
  tagOf: TagOf,
  { commissioner, asAt, provider: only }: Asked,
  kept: ReadonlyMap<string, ReadonlyMap<string, KeptUse>>,
): Promise<ReadonlyMap<string, Placed>> {
  const byProvider = new Map<string, Placed>();
  const placedOf = (provider: string): Placed => {
    const placed = byProvider.get(provider) ?? { people: [], placementByTag: new Map<string, string>() };
    byProvider.set(provider, placed);
    return placed;
  };
  const heldAgain = new Set<KeptUse>();
  for await (const person of readPeople(table, { commissioner, provider: only, from: EVER, asAt })) {
    const { provider, personRef } = person;
    const placed = placedOf(provider);
    placed.people.push(fundedPerson(person));
    for (const id of person.placementIds) {
      const tag = await placementTag(tagOf, provider, id);
      placed.placementByTag.set(tag, id);
      const use = kept.get(provider)?.get(tag);
      if (use !== undefined && use.person === (await tagOf({ provider, personRef }))) heldAgain.add(use);
    }
  }
  for (const [provider, uses] of kept) {
    const { people, placementByTag } = placedOf(provider);
    for (const each of uses.values())
      if (!heldAgain.has(each))
        people.push(personOfUse(provider, placementByTag.get(each.tag) ?? each.tag, each.use));
  }
  return byProvider;
}

async function readFinal(bucket: Bucket, commissioner: string): Promise<ListedStatement[]> {
  const statements = await listStatements(bucket, commissioner);
  return statements.filter(({ provisionalOn }) => provisionalOn === undefined);
}

/** What was issued so far, by provider. */
async function readIssued(
  bucket: Bucket,
  final: readonly ListedStatement[],
): Promise<ReadonlyMap<string, IssuedMonth[]>> {
  const ledgers = (await readLedgers(bucket, final)).map((ledger) => ledgerSchema.parse(ledger));
  const months = ledgers.map(({ document: { provider, month, madeAt }, postings }) => ({
    ...{ provider, month, madeAt },
    postings,
  }));
  return Map.groupBy(
    months.sort((a, b) => (a.month < b.month ? -1 : 1)),
    ({ provider }) => provider,
  );
}
