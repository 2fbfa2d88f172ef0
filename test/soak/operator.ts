import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../local/demo/random.ts';
import type { Deeds } from './deeds.ts';
import type { Who, World } from './world.ts';

/** Runs the month and the statements, one after another, until there is no time left. */
export async function operate(world: World, who: Who, random: Random, deeds: Deeds): Promise<void> {
  while (world.goesOn()) {
    await pause(random.between(500, 3_000));
    const isStatements = random.chance(0.25);
    const id = await startRun(
      world,
      who,
      deeds,
      isStatements ? { kind: 'statements' } : { month: '2026-10' },
    );
    const ended = id === undefined ? undefined : await endOfRun(world, who, id, () => world.goesOn());
    if (ended === 'succeeded' && !isStatements) (await world.up()).isWarm();
  }
}

/** Starts a run; undefined where that was not answered. */
export async function startRun(
  world: World,
  who: Who,
  deeds: Deeds,
  asked: object,
): Promise<string | undefined> {
  const answer = await world.ask(who, 'POST', '/v1/runs', asked);
  if (answer === undefined) return undefined;
  if (answer.status !== 202) {
    world.oracle.complain(`a run: answered ${answer.status} ${String(answer.body['code'])}`);
    return undefined;
  }
  const id = String(answer.body['id']);
  deeds.runs.add(id);
  return id;
}

/** How a run ended; undefined where there was no time left to see it. */
export async function endOfRun(
  world: World,
  who: Who,
  id: string,
  goesOn: () => boolean,
): Promise<string | undefined> {
  while (goesOn()) {
    const answer = await world.ask(who, 'GET', `/v1/runs/${id}`);
    const state = String(answer?.body['state']);
    if (answer?.status === 404) world.oracle.complain('a run that was acknowledged is not there');
    if (state === 'failed') world.oracle.complain(`a run failed: ${String(answer?.body['error'])}`);
    if (answer?.status === 404 || state === 'failed' || state === 'succeeded') return state;
    await pause(250);
  }
  return undefined;
}
