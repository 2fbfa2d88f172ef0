import { setTimeout as pause } from 'node:timers/promises';
import { postFile } from '../support/uploads.ts';
import { sending, type SoakClient, someContent, targetsOf } from './client.ts';
import type { Change, Doubt } from './oracle.ts';

/** A file that was posted: what it changes once it is worked through. */
export type Posted = {
  readonly client: SoakClient;
  readonly id: string;
  readonly changes: readonly Change[];
  readonly personRefs: readonly string[];
  readonly doubt: Doubt;
  /** Whether storage said that it has it. */
  readonly isTaken: boolean;
};

/** Opens an upload of new people and posts its file through the form. */
export async function sendUpload(
  client: SoakClient,
  personRefs: readonly string[],
): Promise<Posted | undefined> {
  const { world, who } = client;
  const since = await world.up();
  const opened = await world.ask(who, 'POST', '/v1/uploads', { format: 'ndjson' });
  if (opened === undefined) return undefined;
  if (opened.status !== 201) {
    world.oracle.complain(`an upload of ${who.name}: not opened, ${opened.status}`);
    return undefined;
  }
  const sent = personRefs
    .flatMap((personRef) => targetsOf(client, personRef))
    .map((target) => ({ target, content: someContent(client, target) }));
  const file = sent
    .map(({ target: { type, id }, content }) => JSON.stringify({ type, id, ...content }))
    .join('\n');
  const changes = sent.map(({ target, content }) => sending(client, target, content));
  const doubt = world.oracle.doubt(changes, `an upload of ${who.name}`);
  world.tally.requests += 1;
  const post = opened.body['post'] as Parameters<typeof postFile>[0];
  const posted = await world.attempt(
    `the file of an upload of ${who.name}`,
    () => postFile(post, file),
    since,
  );
  if (posted !== undefined && posted.status !== 204)
    world.oracle.complain(`the file of an upload of ${who.name}: answered ${posted.status}`);
  const isTaken = posted?.status === 204;
  return { client, id: String(opened.body['id']), changes, personRefs, doubt, isTaken };
}

/**
 * Asks how far an upload is. Once it is done all of it is acknowledged, and its people are as any others; one whose
 * file never arrived waits for ever, and nothing of it is there.
 *
 * @returns whether it has come to its end
 */
export async function look(posted: Posted): Promise<boolean> {
  const { client, id, changes, personRefs, doubt } = posted;
  const { world, who } = client;
  const answer = await world.ask(who, 'GET', `/v1/uploads/${id}`);
  if (answer === undefined) return false;
  const { state, counts } = answer.body as { state?: string; counts?: Record<string, number> };
  if (state === 'refused' || state === 'failed' || answer.status !== 200) {
    world.oracle.complain(`an upload of ${who.name}: ended ${state ?? answer.status}`);
    return true;
  }
  if (state !== 'done') return false;
  const { created = 0, unchanged = 0 } = counts ?? {};
  if (created + unchanged !== changes.length)
    world.oracle.complain(`an upload of ${who.name}: ${created} created of ${changes.length}`);
  for (const change of changes) world.oracle.acknowledge(change, 1);
  doubt.settle();
  world.tally.acknowledged += changes.length;
  client.people.push(...personRefs);
  return true;
}

/** So long is waited for an upload whose file arrived, and for one of whose file nothing was answered. */
const LONGEST_MS = { taken: 60_000, notAnswered: 15_000 } as const;

/**
 * Waits for uploads to come to their end. Of a file whose post was not answered nobody knows whether it arrived: it is
 * waited for less long, and where it does not come to its end it stays in doubt, there as a whole or not at all.
 */
export async function atTheirEnd(open: readonly Posted[]): Promise<void> {
  const began = performance.now();
  await Promise.all(
    open.map(async (posted) => {
      const { world, who } = posted.client;
      while (!(await look(posted))) {
        const waited = performance.now() - began;
        if (waited > LONGEST_MS[posted.isTaken ? 'taken' : 'notAnswered']) {
          if (posted.isTaken)
            world.oracle.complain(
              `an upload of ${who.name}: its file arrived, and it did not come to its end`,
            );
          return;
        }
        await pause(250);
      }
    }),
  );
}
