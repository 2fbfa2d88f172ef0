import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a small file so that a reader, or a start after a crash, sees all of the old text or all of the new.
 * Synchronous on purpose: what is decided before it and remembered after it cannot be overtaken by another request.
 *
 * @example writeFileAtomically('keys.json', '{}', 0o600)
 */
export function writeFileAtomically(path: string, text: string, mode = 0o644): void {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(unfinished, text, { mode });
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
