import { fileHashes } from '../../shared/render/file-hashes.ts';
import { SEAL } from '../../shared/store/pack-files.ts';
import { checkIssue } from './check-issue.ts';
import { checkSignature } from './check-signature.ts';
import { type Finding, ok, wrong } from './finding.ts';
import { type Manifest, manifestSchema } from './manifest.ts';
import { readJson } from './read-json.ts';

/** What whoever checks knows from elsewhere. */
type Known = {
  /** The public key, as PEM, that packs are signed with. */
  readonly key?: string | undefined;
  /** The fingerprint of the input, as the interface tells it. */
  readonly fingerprint?: string | undefined;
};

/**
 * Checks the folder of a pack or a statement: each file by its hash, that none is missing and none is there that the
 * manifest does not name, that the pack's document is of the issue that the manifest is of, the fingerprint, and the
 * signature.
 *
 * @param files what is in the folder, by path
 *
 * @example checkFolder(await readFolder('out/packs/northshire/2026-10/r1'), { key: pem })
 */
export function checkFolder(files: ReadonlyMap<string, Uint8Array>, known: Known): Finding[] {
  const bytes = files.get(SEAL.manifest);
  if (bytes === undefined) return [wrong(SEAL.manifest, 'missing: nothing can be checked without it')];
  const signature = checkSignature(files, bytes, known.key);
  const manifest = manifestSchema.safeParse(readJson(bytes));
  if (!manifest.success)
    return [wrong(SEAL.manifest, 'is no manifest: no file can be checked by it'), ...signature];
  return [
    ...checkFiles(files, manifest.data),
    ...checkIssue(files.get('outcomes.json'), manifest.data),
    ...checkFingerprint(manifest.data, known),
    ...signature,
  ];
}

function checkFiles(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): Finding[] {
  const stated = new Map(Object.entries(manifest.files));
  const sealing = new Set<string>(Object.values(SEAL));
  const extra = [...files.keys()].filter((name) => !stated.has(name) && !sealing.has(name));
  return [
    ...[...stated].map(([name, { sha256, bytes }]) => {
      const file = files.get(name);
      if (file === undefined) return wrong(name, 'missing');
      const is = fileHashes({ [name]: file })[name];
      return is?.sha256 === sha256 && is.bytes === bytes
        ? ok(name)
        : wrong(name, `changed: its SHA-256 is ${is?.sha256 ?? 'none'}, in the manifest it is ${sha256}`);
    }),
    ...extra.map((name) => wrong(name, 'extra: the manifest does not name it')),
  ];
}

function checkFingerprint({ inputFingerprint: stated }: Manifest, { fingerprint: given }: Known): Finding[] {
  if (given === undefined) return stated === undefined ? [] : [ok('fingerprint', `${stated}, as stated`)];
  return stated === given.toLowerCase()
    ? [ok('fingerprint', `${stated}, as given`)]
    : [wrong('fingerprint', `is ${stated ?? 'not stated'}, not ${given}: made from another input`)];
}
