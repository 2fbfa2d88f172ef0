import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { createHandler as computeOutcomes } from '../../functions/compute-outcomes/handler.ts';
import { createHandler as exportPerson } from '../../functions/export-person/handler.ts';
import { toContext } from '../../shared/platform/caller.ts';
import type { World } from '../../shared/platform/world.ts';
import { enforceRetention } from '../../shared/privacy/enforce-retention.ts';
import { erasePerson } from '../../shared/privacy/erase-person.ts';
import { placementTag } from '../../shared/privacy/person-tags.ts';
import { erasureGuard } from '../../shared/privacy/erasure-guard.ts';
import { finishErasures } from '../../shared/privacy/finish-erasures.ts';
import { liftErasure } from '../../shared/privacy/lift-erasure.ts';
import { replayErasures } from '../../shared/privacy/replay-erasures.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { type ErasureEvent, parseErasureEvent } from '../../shared/store/erasure-ledger.ts';
import { readKeptUses } from '../../shared/store/erased-uses.ts';
import { readErasure } from '../../shared/store/erasures.ts';
import { readPacks } from '../../shared/store/packs.ts';
import { readRecord } from '../../shared/store/read-records.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { readClaim } from '../../shared/store/claims.ts';
import { submitClaim } from '../../shared/submission/submit-claim.ts';
import { submitRecords } from '../../shared/submission/submit-records.ts';
import { withdrawFinance } from '../../shared/submission/withdraw-finance.ts';
import { withdraw } from '../../shared/submission/withdraw.ts';
import { aClaim } from './finance.ts';
import { anHttpEvent } from './http-event.ts';
import { pausedBefore } from './interrupt.ts';
import { aSentPlacement, aSentSession } from './sent.ts';
import { aTable } from './table.ts';
import { testMacs, testTagOf } from './tags.ts';

const MONTH = '2026-01';
const provider = 'janus';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const asker = { clientId: 'c', sub: 's' };

/** A table on which scenes are played, each with a person and a commissioner of its own, whose names say so. */
export async function aStage() {
  const { table, close } = await aTable();
  const ledger: ErasureEvent[] = [];
  const objects = {
    send: ({ input }: { input: { Key?: string; Body: Uint8Array } }) => {
      if (input.Key?.startsWith('erasures/')) ledger.push(parseErasureEvent(input.Body));
      return Promise.resolve({});
    },
  } as unknown as World['objects'];
  const bucket = { client: objects, name: 'packs' };

  let clock = Date.parse('2026-03-02T09:00:00Z');
  const now = () => new Date((clock += 1));
  let ids = 0;
  const newId = () => `id${(ids += 1)}`;
  let scenes = 0;

  const parts = (of: Table) => ({ table: of, bucket, tagOf: testTagOf, now });
  const submission = (of: Table) => ({
    table: of,
    isCommissioner: () => Promise.resolve(true),
    erasures: erasureGuard(of, testTagOf, provider),
    change: { provider, client: 'c', now },
    mode: 'commit' as const,
  });

  /** One person and their commissioner, with a placement, its claim and a session: as sent first, or none of them yet. */
  async function scene(first: object | 'nothing' = {}) {
    const number = (scenes += 1);
    const commissioner = `c${number}`;
    const personRef = `SU-${number}-x`;
    const [placementId, sessionId] = [`P-${number}-x`, `S-${number}-x`];
    const at = new Date();
    await putEntry(table, 'providers', provider, { name: provider }, at);
    await putEntry(table, 'commissioners', commissioner, { name: commissioner }, at);

    const send = (of: Table, more: object = {}) =>
      submitRecords(submission(of), [
        {
          type: 'placement',
          id: placementId,
          value: aSentPlacement(personRef, { commissioner, referredOn: '2026-01-02', ...more }),
        },
        { type: 'session', id: sessionId, value: aSentSession(personRef) },
      ]);
    const claimId = `claim-${number}`;
    const financeSubmission = (of: Table) => ({
      ...{ table: of, party: { provider }, tagOf: testTagOf },
      change: { client: 'c', now, ifVersion: undefined },
    });
    const claim = (of: Table, more: object = {}) =>
      submitClaim(financeSubmission(of), claimId, {
        ...aClaim([[placementId, 4, 27_900]], { provider, commissioner }).data,
        ...more,
      });
    if (first !== 'nothing') {
      await send(table, first);
      await claim(table);
    }
    const revisions: number[] = [];
    const tag = await testTagOf({ provider, personRef });
    const erasureOf = async () => readErasure(table, provider, tag);
    const erase = (of = table) => erasePerson(parts(of), { provider, personRef }, asker);
    const lift = (of = table) => liftErasure(parts(of), [provider], tag, asker);

    return {
      number,
      personRef,
      erasureOf,
      erase,
      lift,
      eraseAndLift: async () => {
        await erase();
        await lift();
      },
      send: (of = table) => send(of),
      amend: (of = table) => send(of, { plannedEndOn: '2026-06-30', sex: 'male' }),
      /** Sends the claim of the placement again, with an invoice. */
      claim: (of = table, invoiceRef = 'INV 1') => claim(of, { invoiceRef }),
      withdrawClaim: (of = table) => withdrawFinance(financeSubmission(of), 'claim', claimId),
      readClaim: () => readClaim(table, claimId),
      /** What the accounts keep of the placement: from 5 January to 2 March it used nine weeks. */
      checkUse: async () => {
        const placement = await placementTag(testTagOf, provider, placementId);
        const kept = (await readKeptUses(table, provider)).filter((each) => each.tag === placement);
        expect(kept.map(({ person, use }) => [person, use.commissioner, use.weeks.length])).toEqual([
          [tag, commissioner, 9],
        ]);
      },
      withdraw: (of = table) =>
        withdraw(submission(of), { type: 'placement', id: placementId, reason: 'entered-in-error' }),
      /** Withdraws the session and sends its id for somebody else. */
      move: async (to: string, of = table) => {
        await withdraw(submission(of), { type: 'session', id: sessionId, reason: 'entered-in-error' });
        return submitRecords(submission(of), [{ type: 'session', id: sessionId, value: aSentSession(to) }]);
      },
      /** Subject access; the status that is answered. */
      access: async (of = table) => {
        const handler = exportPerson(
          { TABLE_NAME: of.name, TAG_KEY_ID: 'tag-key' },
          { table: of.client, macs: testMacs, log, now, newId },
        );
        const event = anHttpEvent({
          routeKey: 'GET /v1/people/{personRef}/access',
          caller: toContext({ ...asker, scopes: ['records/read'], binding: { provider }, isPerson: false }),
          pathParameters: { personRef },
        });
        return (await handler(event, { awsRequestId: 'r' } as never)).statusCode;
      },
      run: async (of = table) => {
        const computed = await computeOutcomes(
          { TABLE_NAME: of.name, PACKS_BUCKET: 'packs', TAG_KEY_ID: 'tag-key' },
          { table: of.client, objects, macs: testMacs, log, now },
        )({ runId: `r${number}`, month: MONTH, asAt: now().toISOString(), replay: false, commissioner });
        if (computed.status === 'computed') revisions.push(computed.revision);
      },
      sweep: () => finishErasures(parts(table), [provider], 0),
      /** Retention on a day when what has ended by 30 March 2026 is due. */
      retain: (of = table) =>
        enforceRetention({
          table: of,
          tagOf: testTagOf,
          now: () => new Date('2034-03-31T03:30:00Z'),
          newId,
          commissioners: [commissioner],
          providers: [],
        }),
      /** The current placement and session as they are found by their ids. */
      current: async () => ({
        placement: await readRecord(table, provider, 'placement', placementId),
        session: await readRecord(table, provider, 'session', sessionId),
      }),
      /** The runs of this scene read this person whole or not at all, and the erasure knows of each that read them. */
      checkRuns: async () => {
        const erasure = await erasureOf();
        const packs = await readPacks(table, commissioner, MONTH);
        for (const { revision, records } of packs.filter((pack) => revisions.includes(pack.revision))) {
          const known = erasure?.touched.filter((pack) => pack.revision === revision) ?? [];
          expect([records, known.length > 0 ? 'known' : 'unknown']).toEqual(
            records === 0 ? [0, 'unknown'] : [2, 'known'],
          );
        }
      },
      checkErased: async () => {
        const erasure = await erasureOf();
        expect(erasure).toMatchObject({ state: 'erased' });
        expect(erasure).not.toHaveProperty('personRef');
      },
      /** What is claimed of the placement stays, without its id. */
      checkClaim: async () => {
        const claimed = await readClaim(table, claimId);
        expect(claimed?.data).toMatchObject({
          lines: [{ placement: 'erased-1', weeks: 4, ratePence: 27_900 }],
          totalPence: 111_600,
        });
      },
    };
  }

  async function everyItem(): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await table.client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey }));
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return items;
  }

  return {
    table,
    close,
    scene,
    /** What erasures are carried out with, at an instant. */
    partsAt: (instant: Date) => ({ ...parts(table), now: () => instant }),
    replay: (of = table) => replayErasures(of, testTagOf, ledger),
    /** No item holds a reference, or another of these texts with their numbers: by default, an id of these people. */
    checkNothingLeft: async (numbers: readonly number[], ofThem = /\b(?:SU|P|S)-(\d+)-x/g): Promise<void> => {
      expect(numbers.length).toBeGreaterThan(2);
      const gone = new Set(numbers.map(String));
      const texts = (await everyItem()).map((item) => JSON.stringify(item));
      const left = texts.filter((text) => [...text.matchAll(ofThem)].some(([, number]) => gone.has(number!)));
      expect(left).toEqual([]);
    },
    /** Every call that an act makes when nothing comes between, by its number. */
    everyCall: async (act: Act, first?: object | 'nothing') => {
      const watched = pausedBefore(table, 0, () => Promise.resolve());
      await act(await scene(first), watched.table);
      return Array.from({ length: watched.calls() }, (_, i) => i + 1);
    },
  };
}

export type Stage = Awaited<ReturnType<typeof aStage>>;
export type Scene = Awaited<ReturnType<Stage['scene']>>;
/** What somebody does in a scene, on a view of the table. */
export type Act = (scene: Scene, of?: Table) => Promise<unknown>;
