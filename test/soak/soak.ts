import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomOf } from '../../local/demo/random.ts';
import type { Scope } from '../../shared/platform/routes.ts';
import type { SoakClient } from './client.ts';
import { differences } from './differences.ts';
import { filesHoldingAny, journeysIn, lookThrough } from './look-through.ts';
import { flatness, type Flatness } from './memory.ts';
import { deedsThatDiffer, type Deeds, endOfRun, noDeeds, operate, startRun } from './operator.ts';
import { newOracle, type Oracle } from './oracle.ts';
import { traffic } from './traffic.ts';
import { look, type Posted } from './uploads.ts';
import { openWorld, type Tally, type Who, type World } from './world.ts';

export type SoakOptions = {
  readonly seed: number;
  /** How long traffic goes on, in seconds; checking comes after it. */
  readonly seconds: number;
  readonly mostRequests: number;
  /** Between two kills, at least and at most, in seconds. */
  readonly betweenKills: readonly [least: number, most: number];
  /** Told twice a second how many seconds of traffic are over. */
  readonly onProgress?: (seconds: number, tally: Tally) => void;
  readonly onTrafficEnd?: () => void;
};

export type SoakReport = {
  readonly tally: Tally;
  readonly deeds: Deeds;
  readonly oracle: Oracle;
  readonly left: number;
  readonly journeys: number;
  readonly memory: Flatness;
  /** Everything that is not as it has to be; nothing where all is well. */
  readonly differences: readonly string[];
};

const CLIENTS = 20;
const PROVIDERS = ['janus-enterprise', 'other-provider'] as const;
/** The last process runs for this part of the time without being killed: its memory is looked at. */
const QUIET = 0.35;

/** Puts a system under fire in a folder of its own, and tells everything that is other than was acknowledged. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-soak-'));
  const oracle = newOracle();
  const until = performance.now() + options.seconds * 1_000;
  const world = await openWorld(folder, oracle, { until, mostRequests: options.mostRequests });
  try {
    const operator = await machine(world, 'admin/all');
    const clients = await clientsOf(world, operator, options.seed);
    const deeds = noDeeds();
    const [open, memory] = await underFire(world, clients, operator, deeds, options, until);
    options.onTrafficEnd?.();
    return await afterwards(world, clients, operator, deeds, open, memory);
  } finally {
    await (await world.up()).kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function machine(world: World, scope: string): Promise<Who> {
  const { clients } = await world.up();
  const client = clients.find(({ scopes }) => scopes.includes(scope));
  if (client === undefined) throw new Error(`There is no client with ${scope}.`);
  return { name: scope, client };
}

async function clientsOf(world: World, operator: Who, seed: number): Promise<SoakClient[]> {
  const call = await world.callerOf(operator);
  await call('PUT', '/v1/providers/other-provider', { name: 'Other provider' });
  const scopes = ['records/write', 'records/read'] as const satisfies readonly Scope[];
  return Promise.all(
    Array.from({ length: CLIENTS }, async (_, at) => {
      const provider = PROVIDERS[at % 2] ?? PROVIDERS[0];
      const name = `soak-${at}`;
      const { body } = await call('PUT', `/v1/clients/${name}`, { provider, scopes });
      const client = { id: String(body['clientId']), secret: String(body['secret']), scopes };
      let people = 0;
      // Every other reference is one of two people: the two clients of a pair give it out at two providers.
      const newPerson = () => {
        people += 1;
        return people % 2 === 0
          ? `SOAK-${seed}-${at}-${people}Y`
          : `SOAK-${seed}-${Math.floor(at / 2)}-${people}Z`;
      };
      const random = randomOf(seed * 1_000 + at);
      return { world, who: { name, client }, provider, random, people: [], newPerson, unanswered: [] };
    }),
  );
}

/** All clients and the operator at once, while the process is killed again and again, and then left alone. */
async function underFire(
  world: World,
  clients: readonly SoakClient[],
  operator: Who,
  deeds: Deeds,
  { seed, seconds, betweenKills, onProgress }: SoakOptions,
  until: number,
): Promise<[Posted[], Flatness]> {
  const random = randomOf(seed);
  const quietFrom = until - seconds * 1_000 * QUIET;
  const killing = async () => {
    const [least, most] = betweenKills;
    for (;;) {
      const wait = random.between(least * 1_000, most * 1_000);
      if (!world.goesOn() || performance.now() + wait > quietFrom) return;
      await pause(wait);
      await world.restart();
    }
  };
  const timer = setInterval(
    () => onProgress?.(Math.max(0, seconds - (until - performance.now()) / 1_000), world.tally),
    500,
  );
  try {
    const [, , ...open] = await Promise.all([
      killing(),
      operate(world, operator, randomOf(seed + 1), deeds),
      ...clients.map(traffic),
    ]);
    return [open.flat(), flatness((await world.up()).samples)];
  } finally {
    clearInterval(timer);
  }
}

/** A last kill and a last start, and then everything is looked at. */
async function afterwards(
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
    found.push(`memory rose from ${Math.round(memory.middle)} MB to ${Math.round(memory.last)} MB`);
  const left = clients.reduce((sum, { unanswered }) => sum + unanswered.length, 0);
  return {
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
