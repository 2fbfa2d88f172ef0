import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomOf } from '../../local/demo/random.ts';
import type { Scope } from '../../shared/platform/routes.ts';
import { afterwards, type SoakReport } from './afterwards.ts';
import type { SoakClient } from './client.ts';
import { flatness, type Flatness } from './memory.ts';
import { type Deeds, noDeeds } from './deeds.ts';
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
  /** Between two kills, at least and at most, in seconds. */
  readonly betweenKills: readonly [least: number, most: number];
  /** Told twice a second how many seconds of traffic are over. */
  readonly onProgress?: (seconds: number, tally: Tally) => void;
  readonly onTrafficEnd?: () => void;
};

const CLIENTS = 20;
const PROVIDERS = ['janus-enterprise', 'other-provider'] as const;
/** The last process runs for this part of the time without being killed: its memory is looked at. */
const QUIET = 0.35;

/**
 * Puts a system under fire in a folder of its own, and tells everything that is other than was acknowledged. The folder
 * is kept where anything is.
 */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-soak-'));
  const oracle = newOracle();
  const until = performance.now() + options.seconds * 1_000;
  const world = await openWorld(folder, oracle, { until, mostRequests: options.mostRequests });
  let report: SoakReport | undefined;
  try {
    const operator = await machine(world, 'admin/all');
    const clients = await clientsOf(world, operator, options.seed);
    const deeds = noDeeds();
    const [open, memory] = await underFire(world, clients, operator, deeds, options, until);
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
    return [open.flat(), flatness((await world.up()).samples())];
  } finally {
    clearInterval(timer);
  }
}
