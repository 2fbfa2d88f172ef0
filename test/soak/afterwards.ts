import { join } from 'node:path';
import { fetchKey } from '../../scripts/verify/fetch-key.ts';
import type { SoakClient } from './client.ts';
import { type Deeds, PACK, revisionsIn } from './deeds.ts';
import { deedsThatDiffer } from './deeds-that-differ.ts';
import { differences } from './differences.ts';
import { filesHoldingAny, journeysIn, lookThrough } from './look-through.ts';
import { mailsThatDiffer, readMails } from './mails-that-differ.ts';
import type { Memory } from './memory.ts';
import { endOfRun, startRun } from './operator.ts';
import type { Oracle } from './oracle.ts';
import { packsThatDiffer } from './packs-that-differ.ts';
import { readAudit } from './read-audit.ts';
import { settleAll } from './settle.ts';
import { atTheirEnd, type Posted } from './uploads.ts';
import type { Tally, Who, World } from './world.ts';

export type SoakReport = {
  readonly folder: string;
  readonly tally: Tally;
  readonly deeds: Deeds;
  readonly oracle: Oracle;
  /** How much of what was not answered could not be settled. */
  readonly left: number;
  readonly revisions: number;
  readonly journeys: number;
  readonly memory: Memory;
  /** Everything that is not as it has to be; nothing where all is well. */
  readonly differences: readonly string[];
};

/** A last kill and a last start, what was not answered is settled, and then everything is looked at. */
export async function afterwards(
  world: World,
  clients: readonly SoakClient[],
  operator: Who,
  deeds: Deeds,
  open: readonly Posted[],
  memory: Memory,
): Promise<SoakReport> {
  const { oracle } = world;
  await world.restart();
  const runs = [...deeds.runs].map((id) => endOfRun(world, operator, id, () => true));
  const [left] = await Promise.all([settleAll(clients), atTheirEnd(open), ...runs]);
  if (left > 0) oracle.complain(`${left} that were not answered could not be settled by sending again`);
  const last = await startRun(world, operator, deeds, { month: '2026-10' });
  if (last !== undefined) await endOfRun(world, operator, last, () => true);

  const ofProvider = new Map(clients.map(({ provider, who }) => [provider, who]));
  const seen = await lookThrough(oracle, async (provider) => {
    const who = ofProvider.get(provider);
    if (who === undefined) throw new Error(`Nobody sends for ${provider}.`);
    return world.callerOf(who);
  });
  const journeys = journeysIn(seen);
  const { baseUrl } = await world.up();
  const call = await world.callerOf(operator);
  const revisions = revisionsIn(await call('GET', PACK));
  const erasures = [...oracle.erased.values()];
  const portals = [...deeds.released.values()].map(({ portal }) => portal);
  const found = [
    ...differences(oracle, seen),
    ...deedsThatDiffer(deeds, erasures, revisions, await readAudit(call)),
    ...mailsThatDiffer(portals, await readMails(join(world.folder, 'outbox'))),
    ...(await packsThatDiffer(call, await fetchKey(`${baseUrl}/signing-key.pem`))),
    ...(await journeysThatDiffer(world, operator, journeys)),
  ];
  const code = await (await world.up()).stop();
  if (code !== 0) found.push(`the process ended with ${code ?? 'no code'}`);
  const erased = [...oracle.erased.keys()]
    .map((person) => person.split(' ')[1] ?? '')
    .filter((personRef) => !isHeld(oracle, personRef));
  const files = await filesHoldingAny(world.folder, erased);
  if (files.length > 0) found.push(`somebody who was erased is in ${files.join(', ')}`);
  for (const [what, { isSteady, perMinute }] of Object.entries(memory))
    if (isSteady === false) found.push(`${what} memory rose by ${Math.round(perMinute)} MB a minute`);
  return {
    ...{ folder: world.folder, tally: world.tally, deeds, oracle, left },
    ...{ revisions: revisions.length, journeys, memory },
    differences: [...oracle.complaints, ...found],
  };
}

/** Who is erased at one provider may be held at the other, under the same reference. */
const isHeld = (oracle: Oracle, personRef: string): boolean =>
  [...oracle.records.values()].some(
    (record) => record.personRef === personRef && record.pasts.some((past) => past.length > 0),
  );

async function journeysThatDiffer(world: World, operator: Who, expected: number): Promise<string[]> {
  const link = await world.ask(operator, 'GET', `${PACK}/files/outcomes.json`);
  const response = await fetch(link?.headers.get('location') ?? '');
  const { measures } = (await response.json()) as { measures: Record<string, { journeys?: number }> };
  const journeys = measures['abstinence-retention']?.journeys;
  return journeys === expected ? [] : [`the pack counts ${journeys ?? 'no'} journeys of ${expected}`];
}
