import { resolve } from 'node:path';

/** What stands beside a table's folder: each is there only from a deletion until the folder has been rewritten. */
type BesideFolder = {
  /** The fresh copy, unfinished for as long as the folder itself is there. */
  readonly next: string;
  /** The folder as it was, on its way out. */
  readonly old: string;
  /** Says that the folder may still hold bytes of what was deleted. */
  readonly marker: string;
  /** Written to find out whether there is room, and removed at once. */
  readonly probe: string;
};

export function besideFolder(folder: string): BesideFolder {
  const path = resolve(folder);
  return { next: `${path}.next`, old: `${path}.old`, marker: `${path}.deleted`, probe: `${path}.probe` };
}
