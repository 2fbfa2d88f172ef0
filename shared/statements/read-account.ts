import type { PlacedPerson } from '../finance/placement-weeks.ts';
import { placementTag, type TagOf } from '../privacy/person-tags.ts';
import { registries } from '../records/registries.ts';
import type { Table } from '../store/dynamo.ts';
import { readBlocks } from '../store/blocks.ts';
import { claimsOfCommissioner } from '../store/claims.ts';
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

/** Reads what is between a commissioner and each provider it has bought from or placed people with, as at an instant. */
export async function readAccount(
  { table, bucket, tagOf }: Sources,
  commissioner: string,
  asAt: string,
): Promise<Account> {
  const [entry, providers, blocks, claims, final] = await Promise.all([
    readEntry(table, 'commissioners', commissioner),
    readEntries(table, 'providers'),
    readBlocks(table, commissioner),
    claimsOfCommissioner(table, commissioner),
    readFinal(bucket, commissioner),
  ]);
  const issued = await readIssued(bucket, final);
  const people = await readPlaced(table, tagOf, { commissioner, asAt });
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

type Placed = { readonly people: PlacedPerson[]; readonly placementByTag: Map<string, string> };

async function readPlaced(
  table: Table,
  tagOf: TagOf,
  { commissioner, asAt }: { readonly commissioner: string; readonly asAt: string },
): Promise<ReadonlyMap<string, Placed>> {
  const byProvider = new Map<string, Placed>();
  for await (const person of readPeople(table, { commissioner, from: EVER, asAt })) {
    const { provider } = person;
    const placed = byProvider.get(provider) ?? { people: [], placementByTag: new Map<string, string>() };
    byProvider.set(provider, placed);
    placed.people.push(fundedPerson(person));
    for (const id of person.placementIds)
      placed.placementByTag.set(await placementTag(tagOf, provider, id), id);
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
  const months = ledgers.map(({ document: { provider, month }, postings }) => ({
    provider,
    month,
    postings,
  }));
  return Map.groupBy(
    months.sort((a, b) => (a.month < b.month ? -1 : 1)),
    ({ provider }) => provider,
  );
}
