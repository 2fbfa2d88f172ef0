import { computeOutcomesEnv } from '../functions/compute-outcomes/env.ts';
import { createHandler as computeOutcomes } from '../functions/compute-outcomes/handler.ts';
import { renderPackEnv } from '../functions/render-pack/env.ts';
import { createHandler as renderPack } from '../functions/render-pack/handler.ts';
import { renderStatementsEnv } from '../functions/render-statements/env.ts';
import { createHandler as renderStatements } from '../functions/render-statements/handler.ts';
import type { World } from '../shared/platform/world.ts';

type Task = (payload: unknown) => Promise<unknown>;

/** What the heavy functions need of the world. */
type HeavyWorld = Pick<
  World,
  'table' | 'objects' | 'macs' | 'signer' | 'publicKeys' | 'log' | 'meter' | 'now'
>;

/** The functions that a core is busy with for long, one commissioner at a time, by folder: made alike in any thread. */
export const heavyFunctions = {
  'compute-outcomes': (env, world) => computeOutcomes(computeOutcomesEnv.parse(env), world),
  'render-pack': (env, world) => renderPack(renderPackEnv.parse(env), world),
  'render-statements': (env, world) => renderStatements(renderStatementsEnv.parse(env), world),
} satisfies Record<string, (env: unknown, world: HeavyWorld) => Task>;
