/**
 * The one table: the only place that knows keys. The person is the unit of reading: everything the measures and a
 * report need about one person is one Query, and everything an erasure must find starts from it.
 *
 * | item | PK | SK | index |
 * | --- | --- | --- | --- |
 * | record of a person | `PERSON#provider#personRef` | `type#id` | placements: by commissioner, by referrer |
 * | record without a person | `COMMISSIONER#code#records`, `PROVIDER#code` | `type#provider#id` | by commissioner and date |
 * | superseded version | `HISTORY#provider#type#id` | `v000007` | its former commissioner, where it moved |
 * | pointer id → partition | `RECORD#provider#type#id` | `RECORD` | by person |
 * | batch that was accepted whole and is being stored | `BATCHES#provider` | its content's hash; its parts: that, its id and a number | |
 * | what was answered under an idempotency key | `ANSWERS#provider#hash` | `ANSWER`, `PART#0001` … | |
 * | erasure of a person | `ERASURES#provider` | the erasure's id | |
 * | access to what is held on a person | `ACCESS#provider#personRef` | `instant#id` | |
 * | registry entry | `REGISTRY#commissioners` … | code | |
 * | block | `REGISTRY#blocks` | id | |
 * | claim | `CLAIM#id` | `CLAIM` | by commissioner and month, by provider and month, unless withdrawn |
 * | that there is nothing of a type to send for a month | `RECEIPTS#provider` | `2026-10#type` | |
 * | that a claim names a placement | `CLAIMED#provider#placement` | the claim's id | |
 * | placement of somebody erased | `ERASED-PLACEMENTS#provider` | its tag | |
 * | client | `CLIENT#clientId` | `CLIENT` | |
 * | pack revision | `COMMISSIONER#code` | `PACK#2026-10#r0001` | |
 * | who approved and released a revision | `COMMISSIONER#code` | `RELEASE#2026-10#r0001` | released and not yet told: all together |
 * | up to when records were removed by age | `COMMISSIONER#code` | `REMOVED-BY-AGE` | |
 * | run | `RUN#id` | `RUN` | by when it was started |
 * | upload, and how far each slice of it is | `UPLOAD#id` | `UPLOAD`, `SLICE#1-00001` | an upload: by provider, and until it is done or refused with all such |
 * | what a block was past when last looked at | `BLOCK#id` | `CROSSINGS` | |
 * | which awaited reports a referrer was told of | `REFERRER#code` | `TOLD-REPORTS` | |
 * | audit entry | `AUDIT#2026-11` | `instant#id` | those of one provider: by provider; links to files of a pack: by pack |
 *
 * All current records are also on the index of changes, `PROVIDER#code` / `recordedAt#type#id`. A pointer is on an
 * index, too, since one whose record a crash kept from being written is found by nothing else.
 */
export const tableKeys = { partition: 'PK', sort: 'SK' } as const;

/** The indexes; an item is on one when it has both of its attributes. All project every attribute. */
export const tableIndexes = {
  byCommissioner: { name: 'GSI1', partition: 'GSI1PK', sort: 'GSI1SK' },
  byChange: { name: 'GSI2', partition: 'GSI2PK', sort: 'GSI2SK' },
  byParty: { name: 'GSI3', partition: 'GSI3PK', sort: 'GSI3SK' },
} as const;

export type Key = { readonly PK: string; readonly SK: string };

/** The attribute that says when an item may go by itself, in seconds since 1970. */
export const expiryAttribute = 'expiresAt';

/** The end of a placement that has none yet: after every date. */
const OPEN_END = '9999-12-31';

export const personPartition = (provider: string, personRef: string) => `PERSON#${provider}#${personRef}`;

export const commissionerRecordsPartition = (commissioner: string) => `COMMISSIONER#${commissioner}#records`;

export const providerRecordsPartition = (provider: string) => `PROVIDER#${provider}`;

/** The sort key of a record; without a person the ids of several providers meet in one partition. */
const recordSort = (type: string, id: string, provider?: string) =>
  provider === undefined ? `${type}#${id}` : `${type}#${provider}#${id}`;

/** What the sort keys of one type's records begin with. */
export const recordsOfType = (type: string) => `${type}#`;

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

/** Where an id leads whose record was removed for good while others' versions are kept under it. */
export const VACANT = 'VACANT';

export const registryPartition = (registry: string) => `REGISTRY#${registry}`;

export const claimKey = (id: string): Key => ({ PK: `CLAIM#${id}`, SK: 'CLAIM' });

export const claimsOfCommissionerPartition = (commissioner: string) => `COMMISSIONER#${commissioner}#claims`;

export const claimsOfProviderPartition = (provider: string) => `PROVIDER#${provider}#claims`;

/** Indexes of claims by whom they are sent to and by whom they are from, by month. */
export const claimsByParty = (
  { commissioner, provider, month }: Readonly<Record<'commissioner' | 'provider' | 'month', string>>,
  id: string,
) => ({
  GSI1PK: claimsOfCommissionerPartition(commissioner),
  GSI1SK: `${claimsOfMonth(month)}${id}`,
  GSI3PK: claimsOfProviderPartition(provider),
  GSI3SK: `${claimsOfMonth(month)}${id}`,
});

/** What the sort keys of a month's claims begin with. */
export const claimsOfMonth = (month: string) => `${month}#`;

/** What sorts after every claim of a month and before those of the next. */
export const afterClaimsOfMonth = (month: string) => `${month}$`;

export const receiptsPartition = (provider: string) => `RECEIPTS#${provider}`;

/** What the sort keys of a month's declarations begin with. */
export const receiptsOfMonth = (month: string) => `${month}#`;

export const receiptKey = (provider: string, month: string, type: string): Key => ({
  PK: receiptsPartition(provider),
  SK: `${receiptsOfMonth(month)}${type}`,
});

/** Where the claims that name a placement, or did, are found: an erasure reads it as last written, as no index is. */
export const claimedPartition = (provider: string, placement: string) => `CLAIMED#${provider}#${placement}`;

export const claimedKey = (provider: string, placement: string, claim: string): Key => ({
  PK: claimedPartition(provider, placement),
  SK: claim,
});

/** Of placements that are not held any more: their tags, and what the accounts keep of them. */
export const erasedPlacementsPartition = (provider: string) => `ERASED-PLACEMENTS#${provider}`;

export const erasedUseKey = (provider: string, tag: string, person: string): Key => ({
  PK: erasedPlacementsPartition(provider),
  SK: `${tag}#${person}`,
});

export const erasedPlacementKey = (provider: string, tag: string): Key => ({
  PK: erasedPlacementsPartition(provider),
  SK: tag,
});

export const clientKey = (clientId: string): Key => ({ PK: `CLIENT#${clientId}`, SK: 'CLIENT' });

export const packsPartition = (commissioner: string) => `COMMISSIONER#${commissioner}`;

/** The sort key of a revision, or what the sort keys of all revisions of a month, or of all packs, begin with. */
export const packSort = (month = '', revision?: number) =>
  revision === undefined
    ? `PACK#${month === '' ? '' : `${month}#`}`
    : `PACK#${month}#r${String(revision).padStart(4, '0')}`;

/** The sort key of what people said of a revision, or what those of all revisions of a month, or of all, begin with. */
export const releaseSort = (month = '', revision?: number) =>
  packSort(month, revision).replace('PACK#', 'RELEASE#');

/** Index of releases of which somebody may not have been told so far, by when that was last tried. */
export const untoldReleases = (instant: string, commissioner: string, month: string) => ({
  GSI3PK: untoldReleasesPartition,
  GSI3SK: instantSort(instant, `${commissioner}#${month}`),
});

export const untoldReleasesPartition = 'UNTOLD-RELEASES';

export const runKey = (id: string): Key => ({ PK: `RUN#${id}`, SK: 'RUN' });

/** Index of all runs, by when they were started. */
export const runsByStart = (instant: string, id: string) => ({
  GSI3PK: runsPartition,
  GSI3SK: instantSort(instant, id),
});

export const runsPartition = 'RUNS';

/** The sort key of a step of a run, or what all of them begin with. */
export const runStepSort = (step?: { at: string; step: string; commissioner?: string | undefined }) =>
  step === undefined ? 'STEP#' : `STEP#${step.at}#${step.step}#${step.commissioner ?? ''}`;

export const uploadKey = (id: string): Key => ({ PK: `UPLOAD#${id}`, SK: 'UPLOAD' });

/** The sort key of how far a slice of an upload is, or what those of all slices begin with. */
export const uploadSliceSort = (slice = '') => `SLICE#${slice}`;

export const uploadsOfProviderPartition = (provider: string) => `UPLOADS#${provider}`;

/** Index of a provider's uploads, by when they were opened. */
export const uploadsByProvider = (provider: string, instant: string, id: string) => ({
  GSI3PK: uploadsOfProviderPartition(provider),
  GSI3SK: instantSort(instant, id),
});

/** Index of the uploads of all providers that are not done or refused, by when they were opened. */
export const unfinishedUploads = (instant: string, id: string) => ({
  GSI1PK: unfinishedUploadsPartition,
  GSI1SK: instantSort(instant, id),
});

export const unfinishedUploadsPartition = 'UNFINISHED-UPLOADS';

/** Up to when a commissioner's people were last seen of whom records were removed by their age. */
export const removedByAgeKey = (commissioner: string): Key => ({
  PK: packsPartition(commissioner),
  SK: 'REMOVED-BY-AGE',
});

export const blockCrossingsKey = (block: string): Key => ({ PK: `BLOCK#${block}`, SK: 'CROSSINGS' });

/** The claim that makes a month's scheduled run happen once. */
export const scheduledRunKey = (month: string): Key => ({ PK: `RUN#${month}#scheduled`, SK: 'RUN' });

/** Where the audit entries of a month are, by instant. */
export const auditPartition = (month: string) => `AUDIT#${month}`;

/** The sort key of what happened at an instant. */
const instantSort = (instant: string, id: string) => `${instant}#${id}`;

export const auditKey = (instant: string, id: string): Key => ({
  PK: auditPartition(instant.slice(0, 7)),
  SK: instantSort(instant, id),
});

/** Index of the audit entries that are about one provider's people, by month. */
export const auditsOfProvider = (provider: string, instant: string, id: string) => ({
  GSI3PK: auditsOfProviderPartition(provider, instant.slice(0, 7)),
  GSI3SK: instantSort(instant, id),
});

/** Index of the links to files of a commissioner's pack of a month that were given out. */
export const openingsOfPack = (commissioner: string, month: string, instant: string, id: string) => ({
  GSI3PK: openingsOfPackPartition(commissioner, month),
  GSI3SK: instantSort(instant, id),
});

export const openingsOfPackPartition = (commissioner: string, month: string) =>
  `OPENINGS#${commissioner}#${month}`;

export const auditsOfProviderPartition = (provider: string, month: string) => `AUDIT#${provider}#${month}`;

/** The batches of a provider that were accepted whole: an erasure reads them as last written, as no index is. */
export const batchesPartition = (provider: string) => `BATCHES#${provider}`;

export const batchKey = (provider: string, content: string): Key => ({
  PK: batchesPartition(provider),
  SK: content,
});

export const batchPartKey = (provider: string, content: string, batchId: string, part: number): Key => ({
  PK: batchesPartition(provider),
  SK: `${content}#${batchId}#${String(part).padStart(4, '0')}`,
});

/** What was answered to a request; the hash is of its client and key. */
export const answersPartition = (provider: string, hash: string) => `ANSWERS#${provider}#${hash}`;

/** The sort key of an answer, or of one of the parts that it is kept in. */
export const answerSort = (part?: number) =>
  part === undefined ? 'ANSWER' : `PART#${String(part).padStart(4, '0')}`;

export const erasuresPartition = (provider: string) => `ERASURES#${provider}`;

export const erasureKey = (provider: string, id: string): Key => ({
  PK: erasuresPartition(provider),
  SK: id,
});

export const accessPartition = (provider: string, personRef: string) => `ACCESS#${provider}#${personRef}`;

export const accessKey = (provider: string, personRef: string, instant: string, id: string): Key => ({
  PK: accessPartition(provider, personRef),
  SK: instantSort(instant, id),
});

export const placementsOfCommissioner = (commissioner: string) => `COMMISSIONER#${commissioner}`;

/** What the sort keys of open placements on that index begin with. */
export const openPlacements = `${OPEN_END}#`;

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

/** Whose records a partition holds, or whose accesses; undefined where it is no person's. */
export const personOfPartition = (
  partition: string,
): { readonly provider: string; readonly personRef: string } | undefined => {
  const [kind, provider, personRef] = partition.split('#');
  if ((kind !== 'PERSON' && kind !== 'ACCESS') || provider === undefined || personRef === undefined)
    return undefined;
  return { provider, personRef };
};

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

export const placementsOfReferrer = (referrer: string) => `REFERRER#${referrer}`;

/** What the sort keys of one provider's placements on that index begin with. */
export const referredByProvider = (provider: string) => `${provider}#`;

/** Which reports a referrer was told of. */
export const toldReportsKey = (referrer: string): Key => ({
  PK: placementsOfReferrer(referrer),
  SK: 'TOLD-REPORTS',
});

export const placementsByReferrer = (referrer: string, provider: string, personRef: string, id: string) => ({
  GSI3PK: placementsOfReferrer(referrer),
  GSI3SK: `${provider}#${personRef}#${id}`,
});

/** Index of pointers by the person they lead to; those that lead to nobody are on none. */
export const pointersByPerson = (partition: string, type: string, id: string) =>
  personOfPartition(partition) === undefined ? {} : { GSI3PK: partition, GSI3SK: `${type}#${id}` };
