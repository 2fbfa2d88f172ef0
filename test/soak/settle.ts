import { setTimeout as pause } from 'node:timers/promises';
import type { SoakClient } from './client.ts';

/** The key of a batch that was cut off is free again in half a minute. */
const LONGEST_MS = 60_000;

/** Sends the first of what was not answered again; where that is not answered either, it is the last from then on. */
export async function settle({ unanswered }: Pick<SoakClient, 'unanswered'>): Promise<void> {
  const first = unanswered.shift();
  if (first !== undefined && !(await first.again())) unanswered.push(first);
}

/**
 * Sends again whatever was not answered, until it is or a minute is over.
 *
 * @returns how much is left
 */
export async function settleAll(
  clients: readonly Pick<SoakClient, 'unanswered'>[],
  until = performance.now() + LONGEST_MS,
): Promise<number> {
  for (;;) {
    await Promise.all(
      clients.map(async (client) => {
        for (let times = client.unanswered.length; times > 0; times -= 1) await settle(client);
      }),
    );
    const left = clients.reduce((sum, { unanswered }) => sum + unanswered.length, 0);
    if (left === 0 || performance.now() > until) return left;
    await pause(500);
  }
}
