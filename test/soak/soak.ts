import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomOf } from '../../local/demo/random.ts';
import type { Scope } from '../../shared/platform/routes.ts';
import { afterwards, type SoakReport } from './afterwards.ts';
import { review } from './approvers.ts';
import type { SoakClient } from './client.ts';
import { LIVE, type Memory, RESIDENT, type Sample, steadiness } from './memory.ts';
import { type Deeds, noDeeds } from './deeds.ts';
import { type Contest, contest, prepareContest } from './contest.ts';
import { ADDRESSES } from './mails-that-differ.ts';
import { operate } from './operator.ts';
import { newOracle } from './oracle.ts';
import { traffic } from './traffic.ts';
import type { Posted } from './uploads.ts';
import { openWorld, type Tally, type Who, type World } from './world.ts';

export type SoakOptions = {
  readonly seed: number;
  /** How long traffic goes on, in seconds; checking comes after it. */
  readonly seconds: number;
  readonly mostRequests: number;
  /** After so many records no new ones are sent: each is read back. */
  readonly mostRecords: number;
  /** Between two kills, at least and at most, in seconds. */
  readonly betweenKills: readonly [least: number, most: number];
  /** Told twice a second how many seconds of traffic are over. */
  readonly onProgress?: (seconds: number, tally: Tally) => void;
  readonly onTrafficEnd?: () => void;
};

const CLIENTS = 20;
const RIVALS = 4;
const PROVIDERS = ['janus-enterprise', 'other-provider'] as const;
/**
 * The last process runs for this part of the time without being killed, and for all that is left of a long run: its memory
 * is looked at.
 */
const QUIET = 0.35;
const LONGEST_UNDER_FIRE_SECONDS = 120;
const BETWEEN_HEAPS_MS = 5_000;

/**
 * Puts a system under fire in a folder of its own, and tells everything that is other than was acknowledged. The folder
 * is kept where anything is.
 */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-soak-'));
  const oracle = newOracle();
  const until = performance.now() + options.seconds * 1_000;
  const { mostRequests, mostRecords } = options;
  const world = await openWorld(folder, oracle, { until, mostRequests, mostRecords });
  let report: SoakReport | undefined;
  try {
    const operator = await machine(world, 'admin/all');
    const clients = await clientsOf(world, operator, options.seed);
    const rivalry = contestOf(world, clients, options.seed);
    await prepareContest(rivalry);
    const deeds = noDeeds();
    const [open, memory] = await underFire(world, clients, rivalry, operator, deeds, options, until);
    options.onTrafficEnd?.();
    report = await afterwards(world, clients, operator, deeds, open, memory);
    return report;
  } finally {
    await (await world.up()).kill();
    if (report?.differences.length === 0) await rm(folder, { recursive: true, force: true });
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
  await call('PUT', '/v1/commissioners/northshire', { name: 'Northshire Council', notify: ADDRESSES });
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

/** Some of the clients of the first provider, and people of whom nobody else sends anything. */
function contestOf(world: World, clients: readonly SoakClient[], seed: number): Contest {
  const [provider] = PROVIDERS;
  const rivals = clients.filter((client) => client.provider === provider).slice(0, RIVALS);
  return {
    ...{ world, provider, rivals: rivals.map(({ who }) => who) },
    personRefs: [1, 2, 3].map((number) => `SOAK-${seed}-SHARED-${number}`),
    random: randomOf(seed + 2),
  };
}

/** All clients and the operator at once, while the process is killed again and again, and then left alone. */
async function underFire(
  world: World,
  clients: readonly SoakClient[],
  rivalry: Contest,
  operator: Who,
  deeds: Deeds,
  { seed, seconds, betweenKills, onProgress }: SoakOptions,
  until: number,
): Promise<[Posted[], Memory]> {
  const random = randomOf(seed);
  const quietSeconds = Math.max(QUIET * seconds, seconds - LONGEST_UNDER_FIRE_SECONDS);
  const quietFrom = until - quietSeconds * 1_000;
  const killing = async () => {
    const [least, most] = betweenKills;
    for (;;) {
      const wait = random.between(least * 1_000, most * 1_000);
      if (!world.goesOn() || performance.now() + wait > quietFrom) return;
      await pause(wait);
      await world.restart();
    }
  };
  const heaps: Sample[] = [];
  const leftAlone = async () => {
    await killing();
    await watchHeap(world, heaps);
  };
  const timer = setInterval(
    () => onProgress?.(Math.max(0, seconds - (until - performance.now()) / 1_000), world.tally),
    500,
  );
  try {
    const [, , , , ...open] = await Promise.all([
      leftAlone(),
      contest(rivalry),
      operate(world, operator, randomOf(seed + 1), deeds),
      review(world, operator, randomOf(seed + 3), deeds),
      ...clients.map(traffic),
    ]);
    const held = (await world.up()).samples();
    return [open.flat(), { resident: steadiness(held, RESIDENT), live: steadiness(heaps, LIVE) }];
  } finally {
    clearInterval(timer);
  }
}

/** Asks the last process again and again what it cannot let go of, until the traffic ends. */
async function watchHeap(world: World, heaps: Sample[]): Promise<void> {
  if (!world.goesOn()) return;
  const heap = await (await world.up()).liveHeap();
  while (world.goesOn()) {
    heaps.push({ seconds: performance.now() / 1_000, megabytes: await heap.megabytes() });
    await pause(BETWEEN_HEAPS_MS);
  }
  heap.close();
}
