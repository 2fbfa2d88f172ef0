import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../local/demo/random.ts';
import { KINDS, contentOf, targetOf } from './contents.ts';
import { type Attempt, judgeRound } from './judge-round.ts';
import { keyOf, type Target } from './oracle.ts';
import { afterSending, type Past } from './past.ts';
import type { Content } from './state.ts';
import { versionsIn } from './versions-in.ts';
import type { Who, World } from './world.ts';

/** Machines of one provider that write to the same records at the same time, and the people that these are of. */
export type Contest = {
  readonly world: World;
  readonly rivals: readonly Who[];
  readonly provider: string;
  readonly personRefs: readonly string[];
  readonly random: Random;
};

/** Sends the records of everybody in a contest for the first time; done before anything is killed. */
export async function prepareContest({
  world,
  rivals,
  provider,
  personRefs,
  random,
}: Contest): Promise<void> {
  const [first] = rivals;
  if (first === undefined) throw new Error('There is nobody to send.');
  const call = await world.callerOf(first);
  for (const personRef of personRefs)
    for (const kind of KINDS) {
      const target = targetOf(provider, personRef, kind);
      const content = contentOf(target, random);
      const { body } = await call('PUT', pathOf(target), content);
      const next = (past: Past) => afterSending(past, content, first.client.id);
      world.oracle.acknowledge({ target, next }, Number(body['version']));
    }
}

/** All rivals write to one record at once, time and again, half of the time on the condition of its version. */
export async function contest(all: Contest): Promise<void> {
  const { world, random } = all;
  for (let round = 0; world.goesOn(); round += 1) {
    await pause(random.between(100, 1_000));
    const target = targetOf(all.provider, random.pick(all.personRefs), 'review');
    await oneRound(all, target, random.chance(0.5), round);
  }
}

async function oneRound(
  { world, rivals }: Contest,
  target: Target,
  onCondition: boolean,
  round: number,
): Promise<void> {
  const { oracle, tally } = world;
  const [before = []] = oracle.records.get(keyOf(target))?.pasts ?? [];
  const headers = onCondition ? { 'if-match': `"${before.length}"` } : undefined;
  const attempts = await Promise.all(
    rivals.map(async (who, at): Promise<Attempt> => {
      const content = distinctContent(target, round * rivals.length + at);
      const answer = await world.ask(who, 'PUT', pathOf(target), content, headers);
      const { status, body } = answer ?? {};
      return {
        ...{ sender: who.client.id, content },
        answer: status === undefined ? undefined : { status, version: Number(body?.['version']) },
      };
    }),
  );
  const after = await pastOf(world, rivals, target);
  if (after === undefined) {
    oracle.complain(`${target.id}: its history was not to be had`);
    return;
  }
  for (const complaint of judgeRound(before, attempts, after, onCondition))
    oracle.complain(`${target.id}, written to by ${rivals.length} at once: ${complaint}`);
  for (const version of after.slice(before.length))
    oracle.acknowledge({ target, next: (past) => [...past, version] }, version.version);
  tally.rounds += 1;
}

/** Its history, asked for until it is answered. */
async function pastOf(world: World, [first]: readonly Who[], target: Target): Promise<Past | undefined> {
  for (let tries = 0; first !== undefined && tries < 100; tries += 1) {
    const answer = await world.ask(first, 'GET', `${pathOf(target)}/history`);
    if (answer !== undefined) return versionsIn(answer).map(({ recordedAt: _, ...version }) => version);
    await pause(100);
  }
  return undefined;
}

/** What nobody else sends of the record, in this round or in those around it. */
const distinctContent = ({ personRef }: Target, number: number): Content => ({
  ...{ personRef, stage: 'review', reviewedOn: '2026-02-03' },
  daysUsed: { alcohol: number % 29, cannabis: Math.floor(number / 29) % 29 },
});

const pathOf = ({ type, id }: Target): string => `/v1/${type}s/${id}`;
