import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';

const toldSchema = z.object({ load: z.number(), first: z.number(), cpu: z.number(), answer: z.unknown() });

/** How a new process began: milliseconds to its first answer as seen from outside, and what it told of itself. */
export type Started = z.infer<typeof toldSchema> & { readonly wall: number };

const TIMEOUT_MS = 60_000;

/**
 * Starts a process that loads a bundle and asks it once.
 *
 * @param program `first-answer.ts`, as JavaScript
 * @param variables all that the process has of an environment
 * @throws Error with what it said, where it told of no answer
 */
export async function startProcess(
  program: string,
  bundle: string,
  event: object,
  variables: Readonly<Record<string, string>>,
): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, bundle, JSON.stringify(event)], {
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
  });
  let [said, failed, wall] = ['', '', 0];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    wall = performance.now() - begun;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (failed += text));
  await once(child, 'close');
  const last = said.trimEnd().split('\n').at(-1);
  if (last === undefined || !last.startsWith('{"load"'))
    throw new Error(`${bundle} gave no answer: ${failed.slice(-2000)}`);
  return { wall, ...toldSchema.parse(JSON.parse(last)) };
}
