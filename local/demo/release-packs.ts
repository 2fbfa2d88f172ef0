import * as z from 'zod';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { reach } from '../reach.ts';
import type { LocalSystem } from '../start.ts';
import type { Progress } from './progress.ts';
import { signInAs } from './sign-in.ts';

const AT_ONCE = 4;

/** What an approver says to the reader where a check of the gate warns. */
const COMMENTARY =
  'Demonstration: a check of this month warns; the figures are to be read with what it says in mind.';

const packSchema = z.object({
  revisions: z.array(z.object({ revision: z.int(), manifestSha256: z.string() })),
});
const problemSchema = z.object({ code: z.string(), detail: z.string() });

/**
 * Has each pack approved by two, one of the operator and one of its commissioner, and released; those of one
 * commissioner one after the other, the earliest first, as the gate warns where an earlier month was not released.
 *
 * @returns how many could not be: a check of the gate failed
 */
export async function releasePacks(
  system: Pick<LocalSystem, 'baseUrl' | 'signIn'>,
  packs: readonly { readonly code: string; readonly month: string }[],
  progress: Progress,
): Promise<number> {
  const ofOperator = await signInAs(system, 'operator/approver');
  const codes = [...new Set(packs.map(({ code }) => code))];
  const signedIn = await inParallel(AT_ONCE, codes, async (code) => {
    return [code, await signInAs(system, `commissioner/${code}/approver`)] as const;
  });
  const ofCommissioner = new Map(signedIn);

  const ask = async (token: string, method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await reach(`${system.baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return response.ok ? { answer } : { answer, problem: problemSchema.parse(answer) };
  };

  const release = async (code: string, month: string) => {
    const path = `/v1/packs/${code}/${month}`;
    const { answer } = await ask(ofOperator, 'GET', path);
    const named = packSchema.parse(answer).revisions.at(-1);
    const first = await ask(ofOperator, 'POST', `${path}/approvals`, named);
    if (first.problem?.code === 'gate-failed') return false;
    if (first.problem?.code === 'commentary-needed')
      await ask(ofOperator, 'POST', `${path}/approvals`, { ...named, commentary: COMMENTARY });
    await ask(ofCommissioner.get(code) ?? '', 'POST', `${path}/approvals`, named);
    const { problem } = await ask(ofOperator, 'POST', `${path}/release`, named);
    if (problem !== undefined) throw new Error(`${path} was not released: ${problem.detail}`);
    progress.advance(1);
    return true;
  };

  const failed = await inParallel(AT_ONCE, codes, async (code) => {
    const months = packs.flatMap((pack) => (pack.code === code ? pack.month : [])).sort();
    let unreleased = 0;
    for (const month of months) if (!(await release(code, month))) unreleased += 1;
    return unreleased;
  });
  return failed.reduce((sum, unreleased) => sum + unreleased, 0);
}
