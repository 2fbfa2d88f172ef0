import { createHash } from 'node:crypto';
import { SEAL } from '../../shared/store/pack-files.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import { checkFolder } from '../../scripts/verify/check-folder.ts';
import type { Call } from '../support/system.ts';
import { PACK, type Revision, revisionsIn } from './deeds.ts';

const AT_ONCE = 4;

/** What is wrong with the issued revisions: each has every file, as it was signed. */
export async function packsThatDiffer(call: Call, key: string): Promise<string[]> {
  const revisions = revisionsIn(await call('GET', PACK));
  const found = await inParallel(AT_ONCE, revisions, async (revision) =>
    whatDiffers(revision, await filesOf(call, revision), key),
  );
  return found.flat();
}

/** The files of a revision that can be had through their links. */
async function filesOf(call: Call, { revision, files }: Revision): Promise<Map<string, Uint8Array>> {
  const had = new Map<string, Uint8Array>();
  for (const name of files) {
    const link = await call('GET', `${PACK}/files/${name}?revision=${revision}`);
    const response = await fetch(link.headers.get('location') ?? '');
    if (response.ok) had.set(name, new Uint8Array(await response.arrayBuffer()));
  }
  return had;
}

/** As `npm run verify` checks a folder, and that the manifest is the one that people approve. */
function whatDiffers(
  { revision, manifestSha256, inputFingerprint }: Revision,
  files: ReadonlyMap<string, Uint8Array>,
  key: string,
): string[] {
  const wrong = checkFolder(files, { key, fingerprint: inputFingerprint })
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ what, says }) => `${what} ${says}`);
  const manifest = files.get(SEAL.manifest) ?? new Uint8Array();
  if (createHash('sha256').update(manifest).digest('hex') !== manifestSha256)
    wrong.push(`${SEAL.manifest} is not the one whose hash is told`);
  return wrong.map((each) => `revision ${revision}: ${each}`);
}
