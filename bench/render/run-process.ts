import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 25;
const KILOBYTE = 1024;

/**
 * Runs a program to its end: how long it took, and the most memory that it and its children held of their own together
 * (proportional set size, looked at 40 times a second; 0 where there is no /proc).
 *
 * @throws where it fails
 */
export async function runProcess(
  program: string,
  args: readonly string[],
): Promise<{ ms: number; bytes: number }> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  let bytes = 0;
  const look = setInterval(() => {
    bytes = Math.max(bytes, heldBy(child.pid ?? 0));
  }, EVERY_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said.slice(-500)}`);
  return { ms: performance.now() - start, bytes };
}

/** What a process and all that it started hold. */
function heldBy(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readable(() => readdirSync('/proc')) ?? []) {
    const stat = /^\d+$/.test(name) ? readable(() => readFileSync(`/proc/${name}/stat`, 'utf8')) : undefined;
    const parent = stat && /\) \S (\d+)/.exec(stat)?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const isOurs = (id: number): boolean => id === root || isOursBy(parents.get(id));
  const isOursBy = (id: number | undefined): boolean => id !== undefined && id > 1 && isOurs(id);
  return [...parents.keys()].filter(isOurs).reduce((sum, id) => sum + proportionalSize(id), 0);
}

const proportionalSize = (id: number): number => {
  const rollup = readable(() => readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'));
  return Number(/^Pss:\s+(\d+)/m.exec(rollup ?? '')?.[1] ?? 0) * KILOBYTE;
};

/** A process may end while it is looked at. */
function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
