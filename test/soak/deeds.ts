import type { Answer } from '../support/system.ts';
import type { Who, World } from './world.ts';

/** The pack that is run, opened, approved and released. */
export const PACK = '/v1/packs/northshire/2026-10';

type Revision = {
  readonly revision: number;
  readonly manifestSha256: string;
  readonly releasedAt?: string;
  readonly approvals: readonly unknown[];
};

/** What was acknowledged beside records: runs, and of revisions how many approved and whether they were released. */
export type Deeds = {
  readonly runs: Set<string>;
  readonly approvals: Map<number, number>;
  readonly released: Map<number, string>;
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

/** Whatever was acknowledged of runs and packs is so: runs succeeded, approvals and releases stand as they were. */
export async function deedsThatDiffer(world: World, who: Who, deeds: Deeds): Promise<string[]> {
  const found: string[] = [];
  for (const id of deeds.runs) {
    const { status, body } = await (await world.callerOf(who))('GET', `/v1/runs/${id}`);
    if (body['state'] !== 'succeeded')
      found.push(`a run: ${status} ${String(body['state'])}, where it has to succeed`);
  }
  const revisions = revisionsIn(await world.ask(who, 'GET', PACK));
  // A number that was claimed when its process ended is given to no other pack, so some may be missing.
  const numbers = revisions.map(({ revision }) => revision);
  if (numbers.some((revision, at) => at > 0 && revision <= (numbers[at - 1] ?? 0)))
    found.push(`revisions out of their order: ${numbers.join(', ')}`);
  for (const [wanted, count] of deeds.approvals) {
    const stand = revisions.find(({ revision }) => revision === wanted)?.approvals.length ?? 0;
    if (stand < count) found.push(`revision ${wanted}: ${stand} approvals stand of ${count}`);
  }
  for (const [wanted, at] of deeds.released) {
    const { releasedAt } = revisions.find(({ revision }) => revision === wanted) ?? {};
    if (releasedAt !== at)
      found.push(`revision ${wanted}: released at ${releasedAt ?? 'no time'}, and it was at ${at}`);
  }
  return found;
}
