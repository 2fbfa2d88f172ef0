import { packFileNames, SEAL } from '../../../store/pack-files.ts';
import { failed, type GateCheck, passed } from '../gate-check.ts';

const sealing: ReadonlySet<string> = new Set(Object.values(SEAL));

/** Every file of the pack is there, as the manifest has it, and the manifest is the one that was issued. */
export const files: GateCheck = {
  id: 'files',
  check: ({ pack, manifest, files: there }) => {
    const { files: names = packFileNames } = pack;
    const missing = names.filter((name) => there[name] === undefined);
    if (missing.length > 0)
      return failed(`Missing from the pack: ${missing.join(', ')}. Restore them from the bucket’s versions.`);
    if (manifest === undefined || there[SEAL.manifest] !== pack.manifestSha256)
      return failed('The manifest is not the one that was issued. Restore it from the bucket’s versions.');
    const changed = names.filter(
      (name) => !sealing.has(name) && there[name] !== manifest.files[name]?.sha256,
    );
    return changed.length === 0
      ? passed(`All ${names.length} files are there, as the manifest has them.`)
      : failed(
          `Not as the manifest has them: ${changed.join(', ')}. Restore them from the bucket’s versions.`,
        );
  },
};
