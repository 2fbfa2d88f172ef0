import type { GateInput, Verdict } from './gate-check.ts';
import { gateChecks } from './registry.ts';

/** What all checks found, and the worst of it. */
export type Gate = {
  readonly outcome: Verdict['outcome'];
  readonly checks: readonly (Verdict & { readonly check: string })[];
};

const WORST_FIRST = ['failed', 'warned', 'passed'] as const;

/** Runs every check of the gate over what was read of a revision. */
export function runGate(input: GateInput): Gate {
  const checks = gateChecks.map(({ id, check }) => ({ check: id, ...check(input) }));
  const outcome = WORST_FIRST.find((one) => checks.some((each) => each.outcome === one)) ?? 'failed';
  return { outcome, checks };
}
