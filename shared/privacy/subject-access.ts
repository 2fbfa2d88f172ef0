import { nameClients, type NamedClient } from '../platform/client-names.ts';
import { registries } from '../records/registries.ts';
import type { PersonAccess } from '../store/audit.ts';
import { type ClaimedPlacement, lineOf } from '../store/claimed-placements.ts';
import type { Table } from '../store/dynamo.ts';
import { isNothing, type Person, readHoldings } from '../store/holdings.ts';
import type { RecordItem } from '../store/record-item.ts';
import { readEntry } from '../store/registries.ts';
import { historyOf, type HistoryVersion } from './history.ts';
import { type IssuedFigure, issuedFigures } from './issued-figures.ts';
import { touchedPacks } from './touched-packs.ts';

/** One record about a person, with every version of it that is still held. */
export type HeldRecord = {
  readonly type: string;
  readonly id: string;
  /** Oldest first; the last one is what holds now, or says that the record was withdrawn. */
  readonly versions: readonly HistoryVersion[];
};

/** That somebody was handed what is held on a person, or a written report on them was issued. */
export type ToldAccess = {
  readonly at: string;
  readonly action: PersonAccess['action'];
  /** Of a report there is one format only. */
  readonly format?: string;
  /** The code of the referrer whom a report is for, whoever asked for it. */
  readonly recipient?: string;
  readonly client?: NamedClient;
  readonly sub?: string;
};

/** What a provider claimed for one of their placements in a month. */
export type ClaimedLine = {
  /** The claim's id. */
  readonly claim: string;
  readonly version: number;
  readonly recordedAt: string;
  /** Who sent it, or withdrew it. */
  readonly client: NamedClient;
  /** The claim was withdrawn; this is what it said last. */
  readonly withdrawn?: true;
  readonly commissioner: string;
  readonly month: string;
  /** A block's id, or `spot`. */
  readonly block: string;
  readonly invoiceRef?: string;
  readonly placement: string;
  readonly weeks: number;
  readonly ratePence: number;
};

/** Everything held on one person: what was recorded and by whom, who was handed it, and where they are counted. */
export type SubjectAccess = Person & {
  /** The provider's name; absent where none is registered. */
  readonly providerName?: string;
  readonly madeAt: string;
  /** By type in alphabetical order, then by id. */
  readonly records: readonly HeldRecord[];
  /** By month, then by the claim's id; of each claim their own lines alone. */
  readonly claims: readonly ClaimedLine[];
  /** Oldest first, this one included. */
  readonly accesses: readonly ToldAccess[];
  /** The issued figures the person is counted in: they hold no reference and stay when the person is erased. */
  readonly figures: readonly IssuedFigure[];
};

/**
 * Puts together everything held on a person.
 *
 * @returns undefined when nothing is
 */
export async function subjectAccess(
  table: Table,
  person: Person,
  madeAt: string,
): Promise<SubjectAccess | undefined> {
  const held = await readHoldings(table, person);
  if (isNothing(held)) return undefined;
  const versions = [...held.versions, ...held.places].filter(({ moving }) => moving !== true);
  const [entry, figures, nameOf] = await Promise.all([
    readEntry(table, 'providers', person.provider),
    touchedPacks(table, held).then((touched) => issuedFigures(table, touched)),
    nameClients(table, [
      ...versions.map(({ client }) => client),
      ...held.claimed.map(({ claim }) => claim?.client),
      ...held.accesses.map(({ clientId }) => clientId),
    ]),
  ]);
  return {
    ...person,
    ...(entry && { providerName: registries.providers.parse(entry.data).name }),
    madeAt,
    records: recordsOf(versions, nameOf),
    claims: claimsOf(held.claimed, nameOf),
    accesses: held.accesses.map(({ at, action, clientId, sub, ...access }) => ({
      at,
      action,
      ...('format' in access && { format: access.format }),
      ...('recipient' in access && access.recipient !== undefined && { recipient: access.recipient }),
      ...(clientId !== undefined && { client: nameOf(clientId) }),
      ...(sub !== undefined && { sub }),
    })),
    figures,
  };
}

function recordsOf(versions: readonly RecordItem[], nameOf: (clientId: string) => NamedClient): HeldRecord[] {
  const byName = Map.groupBy(versions, ({ type, id }) => `${type}#${id}`);
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofOne]) => {
      const inOrder = ofOne.toSorted((a, b) => a.version - b.version);
      const [first] = inOrder;
      return first === undefined
        ? []
        : [{ type: first.type, id: first.id, versions: historyOf(inOrder, nameOf) }];
    });
}

function claimsOf(
  claimed: readonly ClaimedPlacement[],
  nameOf: (clientId: string) => NamedClient,
): ClaimedLine[] {
  const lines = claimed.flatMap(({ claim, placement }): ClaimedLine[] => {
    const line = claim && lineOf(claim, placement);
    if (claim === undefined || line === undefined) return [];
    const { id, version, recordedAt, client, withdrawn, data } = claim;
    const { commissioner, month, block, invoiceRef } = data;
    const sent = {
      ...{ claim: id, version, recordedAt, client: nameOf(client) },
      ...(withdrawn && { withdrawn }),
    };
    return [
      { ...sent, commissioner, month, block, ...(invoiceRef !== undefined && { invoiceRef }), ...line },
    ];
  });
  const orderOf = ({ month, claim, placement }: ClaimedLine) => [month, claim, placement].join('#');
  return lines.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}
