import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores, storeNames } from '../local/stores.ts';
import { readDeployment } from '../local/template/deployment.ts';
import { synthesizeTemplates } from '../local/template/synthesize-templates.ts';
import { readRecord } from '../shared/intake/read-record.ts';
import { erasePerson } from '../shared/privacy/erase-person.ts';
import { personTags } from '../shared/privacy/person-tags.ts';
import { deleteItem, type Table } from '../shared/store/dynamo.ts';
import { inParallel } from '../shared/store/in-parallel.ts';
import { claimRevision, issuePack } from '../shared/store/packs.ts';
import { pointerItem, recordItem } from '../shared/store/record-item.ts';
import { type BenchSettings, type Comparison, growthOf, inTurns, over, timeOf } from './compare.ts';
import { writeInBulk } from './intake/written-in-bulk.ts';
import { middleOf } from './spread.ts';

const GROUPS = 10;
const GROUP = 20;
/** In a quick run a group is smaller by so much. */
const QUICK = 10;
/** Of a person, beside the placement; and of one who has so many times the records. */
const SESSIONS = 11;
const TIMES = 4;
const MONTHS = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
const AT_ONCE = 16;

/**
 * People of twelve records erased one after the other, each tenth of them against the first, and against nothing but
 * the deletion of as many items of others; and how the time grows with a person's records.
 */
export async function* erase({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const group = quick ? GROUP / QUICK : GROUP;
  const sessionsOfMany = TIMES * (SESSIONS + 1) - 1;
  const folder = await mkdtemp(join(tmpdir(), 'janus-bench-'));
  const { table: tableKeys } = readDeployment(await synthesizeTemplates());
  const fail = (error: unknown) => console.error(error);
  const stores = await openStores({ folder, tableKeys, objectsPort: 0, onError: fail });
  const table = { client: stores.table, name: storeNames.TABLE_NAME };
  const bucket = { client: stores.objects, name: storeNames.PACKS_BUCKET };
  try {
    const ofRound = (name: string, round: number, people: number) =>
      Array.from({ length: people }, (_, i) => `${name}-${round + 1}-${i}`);
    for (let round = -1; round < GROUPS; round += 1) {
      for (const name of ['SU', 'FLOOR'])
        for (const person of ofRound(name, round, group)) await writePerson(table, person, SESSIONS);
      for (const person of ofRound('MANY', round, group / TIMES))
        await writePerson(table, person, sessionsOfMany);
    }
    for (const month of MONTHS) await issueMonth(table, month);
    const tagOf = personTags(
      { mac: (_, message) => Promise.resolve(createHmac('sha256', 'bench').update(message).digest()) },
      'bench',
    );
    const parts = { table, bucket, tagOf, now: () => new Date() };
    const erasing = (name: string, count: number, sessions: number) => (round: number) =>
      timeOf(async () => {
        for (const personRef of ofRound(name, round, count)) {
          const erasure = await erasePerson(
            parts,
            { provider: 'bench', personRef },
            { clientId: 'c', sub: 's' },
          );
          if (erasure?.records['session'] !== sessions) throw new Error('a person was not erased');
        }
      });
    const deleting = (round: number) => {
      const people = ofRound('FLOOR', round, group).map((person) => itemsOf(person, SESSIONS));
      return timeOf(async () => {
        for (const items of people) await inParallel(AT_ONCE, items, (item) => deleteItem(table, item));
      });
    };
    const [times = [], floors = [], ofMany = []] = await inTurns(GROUPS, [
      erasing('SU', group, SESSIONS),
      deleting,
      erasing('MANY', group / TIMES, sessionsOfMany),
    ]);
    const [first = NaN, ...later] = times;
    yield {
      what: `erase, each later tenth of ${GROUPS * group} people`,
      rival: 'the first tenth',
      ratios: later.map((time) => time / first),
      note: `${Math.round(middleOf(times) / group)} ms a person; the middle, the least and the most of the tenths`,
    };
    yield {
      what: `erase, ${SESSIONS + 1} records counted in ${MONTHS.length} packs`,
      rival: 'deleting as many items, nothing else',
      ratios: over(times, floors),
    };
    // A group of those who have many records is smaller by as much, and has as many in all.
    const growth = over(ofMany, times).map((ratio) => ratio * TIMES);
    yield growthOf(
      `erase, ${SESSIONS + 1} to ${sessionsOfMany + 1} records of a person`,
      'records',
      TIMES,
      growth,
    );
  } finally {
    await stores.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is stored of one person, a placement and some sessions: each record and the pointer to it. */
function itemsOf(personRef: string, sessions: number) {
  const placement = {
    ...{
      personRef,
      commissioner: 'northshire',
      service: 'day-programme',
      funding: 'spot',
      goal: 'abstinence',
    },
    ...{ referredOn: '2026-01-02', startsOn: '2026-01-05', plannedEndOn: '2026-03-30', sex: 'female' },
    substances: ['alcohol'],
  };
  const session = { personRef, kind: 'group', startsAt: '2026-01-05T10:00:00Z', attendance: 'attended' };
  const sent: [string, string, object][] = [
    ['placement', `P-${personRef}`, placement],
    ...Array.from({ length: sessions }, (_, i): [string, string, object] => [
      'session',
      `S-${personRef}-${i}`,
      { ...session, workers: [`W-${i % SESSIONS}`] },
    ]),
  ];
  const stamp = { version: 1, recordedAt: '2026-01-06T09:00:00.000Z', client: 'c' };
  return sent.flatMap(([type, id, value]) => {
    const { record } = readRecord(type, id, value);
    if (record === undefined) throw new Error('the benchmark made a record that is none');
    const item = recordItem('bench', record, stamp);
    return [item, pointerItem(item, 0)];
  });
}

const writePerson = (table: Table, personRef: string, sessions: number) =>
  writeInBulk(table, itemsOf(personRef, sessions));

async function issueMonth(table: Table, month: string): Promise<void> {
  const at = '2026-11-05T06:00:00.000Z';
  const claim = {
    commissioner: 'northshire',
    month,
    run: month,
    asAt: at,
    fingerprint: month,
    claimedAt: at,
  };
  const pack = await claimRevision(table, { ...claim, records: 0 });
  await issuePack(table, pack, { issuedAt: at, manifestSha256: 'none' });
}
