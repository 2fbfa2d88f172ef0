/**
 * Sends two records, tries a batch, and asks what arrived and what is wrong. Needs BASE and TOKEN.
 *
 *     node examples/typescript/send-a-month.ts
 */
import { createClient, Refusal } from './janus-client.ts';

const { BASE: baseUrl = 'http://127.0.0.1:8787', TOKEN = '' } = process.env;
const api = createClient({ baseUrl, token: () => TOKEN });

const placed = await api.putPlacement({
  path: { id: 'EX-P2' },
  body: {
    personRef: 'EX-2',
    commissioner: 'northshire',
    service: 'day-programme',
    referredOn: '2026-10-01',
    startsOn: '2026-10-05',
    plannedEndOn: '2026-12-27',
    funding: 'spot',
    goal: 'abstinence',
    substances: ['alcohol'],
    sex: 'female',
  },
});
console.log(`${placed.type} ${placed.id}: ${placed.outcome}`);

try {
  await api.putSession({
    path: { id: 'EX-S2' },
    // Wrong on purpose: a session has a start.
    body: {
      personRef: 'EX-2',
      kind: 'group',
      startsAt: 'tomorrow',
      attendance: 'attended',
      workers: ['W-7'],
    },
  });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  for (const { field, message } of error.errors) console.log(`refused, ${field}: ${message}`);
}

const { counts } = await api.postBatch({
  body: {
    mode: 'validate',
    records: [
      {
        type: 'session',
        id: 'EX-S2',
        personRef: 'EX-2',
        kind: 'group',
        startsAt: '2026-10-05T10:00:00+01:00',
        attendance: 'attended',
        workers: ['W-7'],
      },
    ],
  },
});
console.log(`would be created: ${counts.created}`);

const { receipts, cutOff } = await api.getReceipts({ query: { month: '2026-10' } });
console.log(`to be sent by ${cutOff}`);
for (const { type, forMonth } of receipts) console.log(`${type}: ${forMonth.created} new`);

const { findings } = await api.getDataQuality({ query: { month: '2026-10' } });
for (const { type, id, title, todo } of findings) console.log(`${type} ${id}: ${title}. ${todo}`);
