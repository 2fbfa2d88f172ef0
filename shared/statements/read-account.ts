import { personWithUses, type UseUnder } from '../finance/erased-use.ts';
import type { PlacedPerson } from '../finance/placement-weeks.ts';
import { placementTag, type TagOf } from '../privacy/person-tags.ts';
import { registries } from '../records/registries.ts';
import { readAllBlocks } from '../store/blocks.ts';
import { claimsOfCommissioner } from '../store/claims.ts';
import type { Table } from '../store/dynamo.ts';
import { type KeptUse, readKeptUses } from '../store/erased-uses.ts';
import { inParallel } from '../store/in-parallel.ts';
import type { Bucket } from '../store/pack-files.ts';
import { readPeople } from '../store/read-people.ts';
import { readEntries, readEntry } from '../store/registries.ts';
import { type ListedStatement, listStatements, readLedgers } from '../store/statement-files.ts';
import { type Account, type AccountOfProvider, type IssuedMonth, issuedMonth } from './account.ts';
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
    readAllBlocks(table, commissioner),
    claimsOfCommissioner(table, commissioner),
    readFinal(bucket, commissioner),
  ]);
  const providers = allProviders.filter(({ id }) => isAsked(id));
  const blocks = allBlocks.filter(({ data }) => isAsked(data.provider));
  const claims = allClaims.filter(({ data }) => isAsked(data.provider));
  const final = allFinal.filter(({ provider }) => isAsked(provider));
  const issued = await readIssued(bucket, final);
  const held = await readHeld(table, tagOf, { commissioner, asAt, provider: only });
  // After the people: whoever is erased in between is in both, and not in neither.
  const kept = await readKept(
    table,
    providers.map(({ id }) => id),
    commissioner,
  );
  const people = placedPeople(held, kept);
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
        blocks: blocks.filter(({ data, withdrawn }) => data.provider === provider && withdrawn === undefined),
        withdrawn: blocks.filter(({ data, withdrawn }) => data.provider === provider && withdrawn === true),
        claims: claims.filter(({ data }) => data.provider === provider),
        issued: issued.get(provider) ?? [],
      };
    }),
  };
}

/** What is kept of placements of a commissioner that are not held any more, by provider. */
async function readKept(
  table: Table,
  providers: readonly string[],
  commissioner: string,
): Promise<ReadonlyMap<string, readonly KeptUse[]>> {
  const uses = await inParallel(AT_ONCE, providers, async (provider) => {
    const ofProvider = await readKeptUses(table, provider);
    return [provider, ofProvider.filter(({ use }) => use.commissioner === commissioner)] as const;
  });
  return new Map(uses);
}

/** Somebody whose placements are held: their tag, and their placements' ids by tag, withdrawn ones too. */
type Held = {
  readonly provider: string;
  readonly person: string;
  readonly placed: PlacedPerson;
  readonly idByTag: ReadonlyMap<string, string>;
};

async function readHeld(
  table: Table,
  tagOf: TagOf,
  { commissioner, asAt, provider: only }: Asked,
): Promise<Held[]> {
  const held: Held[] = [];
  for await (const person of readPeople(table, { commissioner, provider: only, from: EVER, asAt })) {
    const { provider, personRef, placementIds } = person;
    const tagged = placementIds.map(async (id) => [await placementTag(tagOf, provider, id), id] as const);
    held.push({
      provider,
      person: await tagOf({ provider, personRef }),
      placed: fundedPerson(person),
      idByTag: new Map(await Promise.all(tagged)),
    });
  }
  return held;
}

type Placed = {
  readonly people: readonly PlacedPerson[];
  readonly placementByTag: ReadonlyMap<string, string>;
};

/**
 * The people of a commissioner by provider, with what stands for placements that are not held any more. Where the same
 * person's placement is held again, that counts; where its id is another person's by now, both do.
 */
function placedPeople(
  held: readonly Held[],
  kept: ReadonlyMap<string, readonly KeptUse[]>,
): ReadonlyMap<string, Placed> {
  const heldBy = Map.groupBy(held, ({ provider }) => provider);
  const usedBy = [...kept].filter(([, uses]) => uses.length > 0).map(([provider]) => provider);
  return new Map(
    [...new Set([...heldBy.keys(), ...usedBy])].map((provider) => {
      const ofProvider = heldBy.get(provider) ?? [];
      const placementByTag = new Map(ofProvider.flatMap(({ idByTag }) => [...idByTag]));
      const usesOf = Map.groupBy(kept.get(provider) ?? [], ({ person }) => person);
      const under = ({ tag, use }: KeptUse): UseUnder => ({ id: placementByTag.get(tag) ?? tag, use });
      const people = ofProvider.map(({ person, placed, idByTag }) => {
        const gone = (usesOf.get(person) ?? []).filter(({ tag }) => !idByTag.has(tag));
        usesOf.delete(person);
        return gone.length === 0 ? placed : personWithUses(provider, gone.map(under), placed);
      });
      const others = Array.from(usesOf.values(), (uses) => personWithUses(provider, uses.map(under)));
      return [provider, { people: [...people, ...others], placementByTag }];
    }),
  );
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
  const months = ledgers.map(({ document, postings }) => ({
    provider: document.provider,
    ...issuedMonth(document, postings),
  }));
  return Map.groupBy(
    months.sort((a, b) => (a.month < b.month ? -1 : 1)),
    ({ provider }) => provider,
  );
}
