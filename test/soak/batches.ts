import type { Answer } from '../support/system.ts';
import { leave, sending, type SoakClient, someContent, targetsOf } from './client.ts';
import type { Target } from './oracle.ts';

type Kept = { readonly key: string; readonly body: string; readonly batchId: unknown };
type Result = { readonly outcome: string; readonly version?: number };

/** A batch that was answered: sent again under its key, it has the same answer. */
const keptOf = new WeakMap<SoakClient, Kept[]>();

/** Sends records of several people at once, all or none of them or each by itself, under a key. */
export async function sendBatch(
  client: SoakClient,
  personRefs: readonly string[],
  whole: boolean,
): Promise<void> {
  if (personRefs.length === 0) return;
  const { world, who, random } = client;
  const targets = personRefs.flatMap((personRef) => targetsOf(client, personRef));
  const sent = targets.map((target): [Target, ReturnType<typeof someContent>] => [
    target,
    someContent(client, target),
  ]);
  const records = sent.map(([{ type, id }, content]) => ({ type, id, ...content }));
  const body = JSON.stringify({ records, atomic: whole ? 'all' : 'none' });
  const key = `${who.name}-${personRefs.join('-')}-${random.between(0, 1_000_000)}`.slice(0, 255);
  const changes = sent.map(([target, content]) => sending(client, target, content));
  const send = () => world.ask(who, 'POST', '/v1/batches', body, { 'idempotency-key': key });

  const acknowledged = async () => {
    const answer = await send();
    // The same request was under way when its process ended: its key is free again in half a minute.
    if (answer === undefined || answer.body['code'] === 'request-under-way') return false;
    take(answer);
    return true;
  };
  const take = ({ status, body: told }: Answer) => {
    const results = status === 200 ? (told['results'] as Result[]) : [];
    if (status !== 200 || results.length !== changes.length)
      world.oracle.complain(`a batch of ${who.name}: answered ${status}`);
    results.forEach(({ outcome, version = 0 }, at) => {
      const change = changes[at]!;
      if (outcome === 'rejected') world.oracle.complain(`${change.target.id}: rejected in a batch`);
      else world.oracle.acknowledge(change, version);
    });
    world.tally.acknowledged += results.length;
    const kept = keptOf.get(client) ?? [];
    keptOf.set(client, [...kept.slice(-4), { key, body, batchId: told['batchId'] }]);
  };

  if (await acknowledged()) {
    client.people.push(...personRefs.filter((personRef) => !client.people.includes(personRef)));
    return;
  }
  const doubt = world.oracle.doubt(changes, whole ? `a batch of ${who.name} as a whole` : undefined);
  leave(client, personRefs, { doubt, again: acknowledged });
}

/** Sends a batch of before once more under its key: the answer is the one that was given. */
export async function repeatBatch(client: SoakClient): Promise<void> {
  const { world, who, random } = client;
  const kept = keptOf.get(client) ?? [];
  if (kept.length === 0) return;
  const { key, body, batchId } = random.pick(kept);
  const answer = await world.ask(who, 'POST', '/v1/batches', body, { 'idempotency-key': key });
  if (answer === undefined) return;
  if (answer.body['batchId'] !== batchId || answer.headers.get('idempotent-replayed') !== 'true')
    world.oracle.complain(`a batch of ${who.name}: its key was answered otherwise the second time`);
}

/** What was kept of batches is of no use once somebody in them is erased: they are answered from before. */
export function forgetBatches(client: SoakClient, personRef: string): void {
  keptOf.set(
    client,
    (keptOf.get(client) ?? []).filter(({ body }) => !body.includes(personRef)),
  );
}
