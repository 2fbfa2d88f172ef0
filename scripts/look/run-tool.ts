import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const LONGEST_MS = 300_000;

const run = promisify(execFile);

/**
 * Runs a tool of the machine. Undefined where it is not installed.
 *
 * @throws where it is and fails
 */
export async function runTool(tool: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await run(tool, args, { timeout: LONGEST_MS })).stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
