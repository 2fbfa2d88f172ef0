import { readEntry } from '../store/registries.ts';
import type { Table } from '../store/dynamo.ts';

/** Whether a code is a registered commissioner's. Codes are never taken back, so a known one is asked for once. */
export function knownCommissioners(table: Table): (code: string) => Promise<boolean> {
  const known = new Set<string>();
  return async (code) => {
    if (!known.has(code) && (await readEntry(table, 'commissioners', code)) !== undefined) known.add(code);
    return known.has(code);
  };
}
