import { setTimeout as pause } from 'node:timers/promises';
import type { SoakClient } from './client.ts';
import { type Deeds, deedsThatDiffer } from './deeds.ts';
import { differences } from './differences.ts';
import { filesHoldingAny, journeysIn, lookThrough } from './look-through.ts';
import type { Flatness } from './memory.ts';
import { endOfRun, startRun } from './operator.ts';
import type { Oracle } from './oracle.ts';
import { look, type Posted } from './uploads.ts';
import type { Tally, Who, World } from './world.ts';

export type SoakReport = {
  readonly folder: string;
  readonly tally: Tally;
  readonly deeds: Deeds;
  readonly oracle: Oracle;
  readonly left: number;
  readonly journeys: number;
  readonly memory: Flatness;
  /** Everything that is not as it has to be; nothing where all is well. */
  readonly differences: readonly string[];
};

/** A last kill and a last start, and then everything is looked at. */
export async function afterwards(
  world: World,
  clients: readonly SoakClient[],
  operator: Who,
  deeds: Deeds,
  open: readonly Posted[],
  memory: Flatness,
): Promise<SoakReport> {
  const { oracle } = world;
  await world.restart();
  await atTheirEnd(world, open);
  for (const id of deeds.runs) await endOfRun(world, operator, id, () => true);
  const last = await startRun(world, operator, deeds, { month: '2026-10' });
  if (last !== undefined) await endOfRun(world, operator, last, () => true);

  const ofProvider = new Map(clients.map(({ provider, who }) => [provider, who]));
  const seen = await lookThrough(oracle, async (provider) => {
    const who = ofProvider.get(provider);
    if (who === undefined) throw new Error(`Nobody sends for ${provider}.`);
    return world.callerOf(who);
  });
  const journeys = journeysIn(seen);
  const found = [
    ...differences(oracle, seen),
    ...(await deedsThatDiffer(world, operator, deeds)),
    ...(await journeysThatDiffer(world, operator, journeys)),
  ];
  const code = await (await world.up()).stop();
  if (code !== 0) found.push(`the process ended with ${code ?? 'no code'}`);
  const erased = [...oracle.erased]
    .map((person) => person.split(' ')[1] ?? '')
    .filter((personRef) => !isHeld(oracle, personRef));
  const files = await filesHoldingAny(world.folder, erased);
  if (files.length > 0) found.push(`somebody who was erased is in ${files.join(', ')}`);
  if (memory.isFlat === false)
    found.push(`memory rose from ${Math.round(memory.earlier)} MB to ${Math.round(memory.later)} MB`);
  const left = clients.reduce((sum, { unanswered }) => sum + unanswered.length, 0);
  return {
    folder: world.folder,
    tally: world.tally,
    deeds,
    oracle,
    left,
    journeys,
    memory,
    differences: [...oracle.complaints, ...found],
  };
}

/** Who is erased at one provider may be held at the other, under the same reference. */
const isHeld = (oracle: Oracle, personRef: string): boolean =>
  [...oracle.records.values()].some(
    (record) => record.personRef === personRef && record.possible.some(({ kind }) => kind !== 'absent'),
  );

/** Waits for the uploads whose file arrived; of one whose post was not answered, a minute is enough to tell. */
async function atTheirEnd(world: World, open: readonly Posted[]): Promise<void> {
  for (const posted of open)
    for (let tries = 0; !(await look(posted)); tries += 1) {
      if (tries > (posted.isTaken ? 240 : 8)) {
        if (posted.isTaken) world.oracle.complain('an upload that was taken in did not come to its end');
        break;
      }
      await pause(250);
    }
}

async function journeysThatDiffer(world: World, operator: Who, expected: number): Promise<string[]> {
  const link = await world.ask(operator, 'GET', '/v1/packs/northshire/2026-10/files/outcomes.json');
  const response = await fetch(link?.headers.get('location') ?? '');
  const { measures } = (await response.json()) as { measures: Record<string, { journeys?: number }> };
  const journeys = measures['abstinence-retention']?.journeys;
  return journeys === expected ? [] : [`the pack counts ${journeys ?? 'no'} journeys of ${expected}`];
}
