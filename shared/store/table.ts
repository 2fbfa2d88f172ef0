/**
 * The one table: the only place that knows keys. The person is the unit of reading: everything the measures, a
 * report and an erasure need about one person is one Query.
 *
 * | item | PK | SK | index |
 * | --- | --- | --- | --- |
 * | record of a person | `PERSON#provider#personRef` | `type#id` | placements: by commissioner, by referrer |
 * | record without a person | `COMMISSIONER#code#records`, `PROVIDER#code` | `type#provider#id` | by commissioner and date |
 * | superseded version | `HISTORY#provider#type#id` | `v000007` | its former commissioner, where it moved |
 * | pointer id → partition | `RECORD#provider#type#id` | `RECORD` | |
 * | registry entry | `REGISTRY#commissioners` … | code | |
 * | client | `CLIENT#clientId` | `CLIENT` | |
 * | pack revision | `COMMISSIONER#code` | `PACK#2026-10#r0001` | |
 * | run | `RUN#id` | `RUN` | |
 * | opening of a link | `AUDIT#2026-11` | `instant#id` | |
 *
 * All current records are also on the index of changes, `PROVIDER#code` / `recordedAt#type#id`.
 */
export const tableKeys = { partition: 'PK', sort: 'SK' } as const;

/** The indexes; an item is on one when it has both of its attributes. All project every attribute. */
export const tableIndexes = {
  byCommissioner: { name: 'GSI1', partition: 'GSI1PK', sort: 'GSI1SK' },
  byChange: { name: 'GSI2', partition: 'GSI2PK', sort: 'GSI2SK' },
  byReferrer: { name: 'GSI3', partition: 'GSI3PK', sort: 'GSI3SK' },
} as const;

export type Key = { readonly PK: string; readonly SK: string };

/** The end of a placement that has none yet: after every date. */
const OPEN_END = '9999-12-31';

export const personPartition = (provider: string, personRef: string) => `PERSON#${provider}#${personRef}`;

export const commissionerRecordsPartition = (commissioner: string) => `COMMISSIONER#${commissioner}#records`;

export const providerRecordsPartition = (provider: string) => `PROVIDER#${provider}`;

/** The sort key of a record; without a person the ids of several providers meet in one partition. */
const recordSort = (type: string, id: string, provider?: string) =>
  provider === undefined ? `${type}#${id}` : `${type}#${provider}#${id}`;

/** The key of an id's record in a partition; in those of commissioners the ids of several providers meet. */
export const placeOf = (
  partition: string,
  { provider, type, id }: { readonly provider: string; readonly type: string; readonly id: string },
): Key => ({
  PK: partition,
  SK: partition.startsWith('COMMISSIONER#') ? recordSort(type, id, provider) : recordSort(type, id),
});

export const historyPartition = (provider: string, type: string, id: string) =>
  `HISTORY#${provider}#${type}#${id}`;

export const historySort = (version: number) => `v${String(version).padStart(6, '0')}`;

export const pointerKey = (provider: string, type: string, id: string): Key => ({
  PK: `RECORD#${provider}#${type}#${id}`,
  SK: 'RECORD',
});

export const registryPartition = (registry: string) => `REGISTRY#${registry}`;

export const clientKey = (clientId: string): Key => ({ PK: `CLIENT#${clientId}`, SK: 'CLIENT' });

export const packsPartition = (commissioner: string) => `COMMISSIONER#${commissioner}`;

/** The sort key of a revision, or what the sort keys of all revisions of a month, or of all packs, begin with. */
export const packSort = (month = '', revision?: number) =>
  revision === undefined
    ? `PACK#${month === '' ? '' : `${month}#`}`
    : `PACK#${month}#r${String(revision).padStart(4, '0')}`;

export const runKey = (id: string): Key => ({ PK: `RUN#${id}`, SK: 'RUN' });

/** The sort key of a step of a run, or what all of them begin with. */
export const runStepSort = (step?: { at: string; step: string; commissioner?: string | undefined }) =>
  step === undefined ? 'STEP#' : `STEP#${step.at}#${step.step}#${step.commissioner ?? ''}`;

/** The claim that makes a month's scheduled run happen once. */
export const scheduledRunKey = (month: string): Key => ({ PK: `RUN#${month}#scheduled`, SK: 'RUN' });

export const auditKey = (instant: string, id: string): Key => ({
  PK: `AUDIT#${instant.slice(0, 7)}`,
  SK: `${instant}#${id}`,
});

export const placementsOfCommissioner = (commissioner: string) => `COMMISSIONER#${commissioner}`;

/** Index of placements by who pays: sorts by end, so that a month run reads only what had not ended long before. */
export const placementsByCommissioner = (
  commissioner: string,
  placement: { readonly endedOn?: string | undefined; readonly startsOn: string },
  provider: string,
  personRef: string,
) => ({
  GSI1PK: placementsOfCommissioner(commissioner),
  GSI1SK: `${placement.endedOn ?? OPEN_END}#${placement.startsOn}#${provider}#${personRef}`,
});

/** Whose placement a sort key of that index is of. */
export const personOfPlacementKey = (sort: string) => {
  const [, , provider = '', personRef = ''] = sort.split('#');
  return { provider, personRef };
};

/** Index of records that name a commissioner and no person, by date. */
export const recordsByCommissioner = (
  commissioner: string,
  date: string,
  provider: string,
  type: string,
  id: string,
) => ({
  GSI1PK: `COMMISSIONER#${commissioner}#records`,
  GSI1SK: `${date}#${provider}#${type}#${id}`,
});

export const recordsByChange = (provider: string, recordedAt: string, type: string, id: string) => ({
  GSI2PK: `PROVIDER#${provider}`,
  GSI2SK: `${recordedAt}#${type}#${id}`,
});

export const placementsByReferrer = (referrer: string, provider: string, personRef: string, id: string) => ({
  GSI3PK: `REFERRER#${referrer}`,
  GSI3SK: `${provider}#${personRef}#${id}`,
});
