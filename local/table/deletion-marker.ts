import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { besideFolder } from './beside-folder.ts';
import { syncToDisk } from './sync-to-disk.ts';

/** The file that says that something was deleted since the folder was last rewritten. It outlives a crash. */
type DeletionMarker = {
  readonly isThere: () => boolean;
  /** On disk when it returns; cheap where it is there already. */
  readonly write: () => void;
  readonly remove: () => void;
};

export function deletionMarker(folder: string): DeletionMarker {
  const { marker } = besideFolder(folder);
  let there = existsSync(marker);
  return {
    isThere: () => there,
    write: () => {
      if (there) return;
      writeFileSync(marker, '', { mode: 0o600 });
      syncToDisk(dirname(marker));
      there = true;
    },
    remove: () => {
      rmSync(marker, { force: true });
      there = false;
    },
  };
}
