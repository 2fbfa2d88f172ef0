import type { Answer } from '../support/system.ts';

/** The pack that is run, opened, approved and released. */
export const PACK = '/v1/packs/northshire/2026-10';

/** A revision as the operator is told of it. */
export type Revision = {
  readonly revision: number;
  readonly manifestSha256: string;
  readonly inputFingerprint: string;
  readonly files: readonly string[];
  readonly releasedAt?: string;
  readonly approvals: readonly unknown[];
};

/** What was acknowledged beside records. */
export type Deeds = {
  readonly runs: Set<string>;
  /** Of revisions, the subjects of those who approved. */
  readonly approvals: Map<number, Set<string>>;
  /** Of revisions, when they were released, and at which address the process answered that did it. */
  readonly released: Map<number, { readonly at: string; readonly portal: string }>;
  /** How often an approval or a release was not to be had, by why. */
  readonly refused: Map<string, number>;
  opened: number;
};

export const noDeeds = (): Deeds => ({
  runs: new Set(),
  approvals: new Map(),
  released: new Map(),
  refused: new Map(),
  opened: 0,
});

export const revisionsIn = (answer: Answer | undefined): Revision[] =>
  answer?.status === 200 ? (answer.body['revisions'] as Revision[]) : [];
