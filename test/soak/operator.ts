import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../local/demo/random.ts';
import { personToken } from '../support/person-token.ts';
import { type Answer, callerWith } from '../support/system.ts';
import { type Deeds, PACK, revisionsIn } from './deeds.ts';
import type { Who, World } from './world.ts';

const APPROVERS = [
  { group: 'commissioner/northshire/approver', number: 1 },
  { group: 'commissioner/northshire/approver', number: 2 },
] as const;

/** Runs the month and the statements, opens files, and has packs approved and released, until there is no time left. */
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
    await openFile(world, who, random, deeds);
    for (let times = random.between(2, 6); times > 0; times -= 1) await approve(world, who, random, deeds);
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

async function openFile(world: World, who: Who, random: Random, deeds: Deeds): Promise<void> {
  const name = random.pick(['pack.pdf', 'outcomes.json', 'outcomes.csv', 'pack.xlsx', 'pack.html']);
  const before = world.tally.kills;
  const link = await world.ask(who, 'GET', `${PACK}/files/${name}`);
  if (link?.status !== 302) return;
  const response = await fetch(link.headers.get('location') ?? '').catch(() => undefined);
  if (response === undefined) return;
  const { byteLength } = await response.arrayBuffer().catch(() => new ArrayBuffer());
  if (response.status === 200 && byteLength > 0) deeds.opened += 1;
  else if (before === world.tally.kills)
    world.oracle.complain(`${name}: its link answered ${response.status}`);
}

/** One of two people approves the newest revision; once both have, one of them may release it. */
async function approve(world: World, who: Who, random: Random, deeds: Deeds): Promise<void> {
  const newest = revisionsIn(await world.ask(who, 'GET', PACK)).at(-1);
  if (newest === undefined || newest.releasedAt !== undefined) return;
  const { revision, manifestSha256 } = newest;
  const asked = { revision, manifestSha256 };
  const ask = await callerOfPerson(world, random.pick(APPROVERS)).catch(() => undefined);
  if (ask === undefined) {
    refused(deeds, 'nobody could sign in');
    return;
  }
  const commentary = 'Soak test: numbers rise while it lasts.';
  const approved = await ask('POST', `${PACK}/approvals`, { ...asked, commentary }).catch(() => undefined);
  if (approved?.status === 201)
    deeds.approvals.set(revision, Math.max(deeds.approvals.get(revision) ?? 0, approvalsIn(approved)));
  else refused(deeds, reasonOf(approved));
  if (!random.chance(0.6)) return;
  const released = await ask('POST', `${PACK}/release`, asked).catch(() => undefined);
  if (released?.status !== 200) {
    refused(deeds, reasonOf(released));
    return;
  }
  deeds.released.set(revision, String(released.body['releasedAt']));
  if (approvalsIn(released) < 2)
    world.oracle.complain(`revision ${revision}: released with ${approvalsIn(released)} approvals`);
}

function refused({ refused: known }: Deeds, why: string): void {
  known.set(why, (known.get(why) ?? 0) + 1);
}

const reasonOf = (answer: Answer | undefined): string =>
  answer === undefined ? 'no answer' : String(answer.body['code']);

const approvalsIn = ({ body }: Answer): number => (body['approvals'] as unknown[]).length;

async function callerOfPerson(world: World, { group, number }: (typeof APPROVERS)[number]) {
  const { baseUrl } = await world.up();
  const config = (await (await fetch(`${baseUrl}/portal/config.json`)).json()) as Record<string, string>;
  const { clientId = '', authorizeUrl = '', tokenUrl = '', logoutUrl = '' } = config;
  const signIn = {
    ...{ PORTAL_CLIENT_ID: clientId, AUTHORIZE_URL: authorizeUrl },
    ...{ TOKEN_URL: tokenUrl, LOGOUT_URL: logoutUrl },
  };
  return callerWith(baseUrl, await personToken({ baseUrl, signIn }, group, number));
}
