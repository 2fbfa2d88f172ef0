import type { Construct } from 'constructs';
import { stages, type Stage } from './config.ts';

/**
 * The stage that is synthesized: the one that the context names, `dev` where it names none.
 *
 * @throws Error where the context names one that is not configured
 */
export function stageOf(scope: Construct): Stage {
  const name: unknown = scope.node.tryGetContext('stage') ?? 'dev';
  const stage = Object.keys(stages).find((each): each is Stage => each === name);
  if (stage) return stage;
  throw new Error(
    `There is no stage ${String(name)}; infra/config.ts has ${Object.keys(stages).join(' and ')}.`,
  );
}

/**
 * The name of something that an operator has to name, in commands and alarms.
 *
 * @example named(this, 'render-pack') // 'janus-outcomes-prod-render-pack'
 */
export function named(scope: Construct, what: string): string {
  return `janus-outcomes-${stageOf(scope)}-${what}`;
}

/** Where the figures are that functions count by themselves, apart for each stage. */
export function namespaceOf(scope: Construct): string {
  return `JanusOutcomes/${stageOf(scope)}`;
}
