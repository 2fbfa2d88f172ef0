import { setTimeout as pause } from 'node:timers/promises';
import { subOf } from '../../local/issuer/demonstration-people.ts';
import type { Random } from '../../local/demo/random.ts';
import { personToken } from '../support/person-token.ts';
import { type Answer, callerWith } from '../support/system.ts';
import { type Deeds, PACK, revisionsIn } from './deeds.ts';
import type { Who, World } from './world.ts';

const APPROVERS = [
  { group: 'commissioner/northshire/approver', number: 1 },
  { group: 'commissioner/northshire/approver', number: 2 },
] as const;

/** Opens files, and has packs approved and released while others are made, until there is no time left. */
export async function review(world: World, who: Who, random: Random, deeds: Deeds): Promise<void> {
  while (world.goesOn()) {
    await pause(random.between(200, 1_500));
    if (random.chance(0.3)) await openFile(world, who, random, deeds);
    else await approve(world, who, random, deeds);
  }
}

/** Opens a file of the newest revision, where one was issued; of those that were issued at the end all are checked. */
async function openFile(world: World, who: Who, random: Random, deeds: Deeds): Promise<void> {
  const name = random.pick(['pack.pdf', 'outcomes.json', 'outcomes.csv', 'pack.xlsx', 'pack.html']);
  const since = await world.up();
  if (revisionsIn(await world.ask(who, 'GET', PACK)).length === 0) return;
  const link = await world.ask(who, 'GET', `${PACK}/files/${name}`);
  if (link === undefined) return;
  if (link.status !== 302) {
    world.oracle.complain(`${name}: no link to it, ${link.status}`);
    return;
  }
  const fetched = async () => {
    const response = await fetch(link.headers.get('location') ?? '');
    return { status: response.status, bytes: (await response.arrayBuffer()).byteLength };
  };
  const file = await world.attempt(name, fetched, since);
  if (file === undefined) return;
  if (file.status === 200 && file.bytes > 0) deeds.opened += 1;
  else world.oracle.complain(`${name}: its link answered ${file.status} with ${file.bytes} bytes`);
}

/** One of two people approves the newest revision; once both have, one of them may release it. */
async function approve(world: World, who: Who, random: Random, deeds: Deeds): Promise<void> {
  const newest = revisionsIn(await world.ask(who, 'GET', PACK)).at(-1);
  if (newest === undefined || newest.releasedAt !== undefined) return;
  const { revision, manifestSha256 } = newest;
  const asked = { revision, manifestSha256 };
  const approver = random.pick(APPROVERS);
  const since = await world.up();
  const { baseUrl: portal } = since;
  const ask = await world.attempt('a sign-in', () => callerOfPerson(portal, approver), since);
  if (ask === undefined) {
    refused(deeds, 'nobody could sign in');
    return;
  }
  const commentary = 'Soak test: numbers rise while it lasts.';
  const approve = () => ask('POST', `${PACK}/approvals`, { ...asked, commentary });
  const approved = await world.answered('an approval', approve, since);
  if (approved?.status === 201) {
    const sub = subOf(approver.group, approver.number);
    deeds.approvals.set(revision, (deeds.approvals.get(revision) ?? new Set()).add(sub));
  } else refused(deeds, reasonOf(approved));
  if (!random.chance(0.6)) return;
  const released = await world.answered('a release', () => ask('POST', `${PACK}/release`, asked), since);
  if (released?.status === 200)
    deeds.released.set(revision, { at: String(released.body['releasedAt']), portal });
  else refused(deeds, reasonOf(released));
}

function refused({ refused: known }: Deeds, why: string): void {
  known.set(why, (known.get(why) ?? 0) + 1);
}

const reasonOf = (answer: Answer | undefined): string =>
  answer === undefined ? 'no answer' : String(answer.body['code']);

async function callerOfPerson(baseUrl: string, { group, number }: (typeof APPROVERS)[number]) {
  const config = (await (await fetch(`${baseUrl}/portal/config.json`)).json()) as Record<string, string>;
  const { clientId = '', authorizeUrl = '', tokenUrl = '', logoutUrl = '' } = config;
  const signIn = {
    ...{ PORTAL_CLIENT_ID: clientId, AUTHORIZE_URL: authorizeUrl },
    ...{ TOKEN_URL: tokenUrl, LOGOUT_URL: logoutUrl },
  };
  return callerWith(baseUrl, await personToken({ baseUrl, signIn }, group, number));
}
