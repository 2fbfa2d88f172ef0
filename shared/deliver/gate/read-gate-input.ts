import { createHash, createPublicKey, verify } from 'node:crypto';
import type * as z from 'zod';
import { outcomeDocumentSchema } from '../../outcomes/document.ts';
import { inParallel } from '../../store/in-parallel.ts';
import {
  type Bucket,
  disclosureFile,
  listFiles,
  packFileNames,
  packFolder,
  readFile,
  SEAL,
} from '../../store/pack-files.ts';
import type { KnownPack } from '../../store/known-packs.ts';
import type { IssuedPack } from '../../store/packs.ts';
import { disclosureReportSchema } from './disclosure-report.ts';
import type { GateInput } from './gate-check.ts';
import { packManifestSchema } from './pack-manifest.ts';

const AT_ONCE = 4;

/**
 * Reads what the gate looks at: every file of a revision, and the report of what was withheld.
 *
 * @param issued every issued revision of its commissioner
 * @param publicKey the public half of the key that packs are signed with, as PEM
 */
export async function readGateInput(
  bucket: Bucket,
  pack: IssuedPack,
  issued: readonly KnownPack[],
  publicKey: string,
): Promise<GateInput> {
  const { commissioner, month, revision, files: names = packFileNames } = pack;
  const folder = packFolder(commissioner, month, revision);
  const report = disclosureFile(commissioner, month, revision);
  const there = new Set(
    (await Promise.all([`${folder}/`, report].map((prefix) => listFiles(bucket, prefix)))).flat(),
  );
  const read = async (key: string) => (there.has(key) ? readFile(bucket, key) : undefined);
  const [disclosure, ...files] = await inParallel(
    AT_ONCE,
    [report, ...names.map((name) => `${folder}/${name}`)],
    read,
  );
  const byName = new Map<string, Uint8Array | undefined>(names.map((name, index) => [name, files[index]]));
  const manifest = byName.get(SEAL.manifest);
  const released = issued.filter((one) => one.release?.released !== undefined);
  return {
    pack,
    document: parsed(outcomeDocumentSchema, byName.get('outcomes.json')),
    disclosure: parsed(disclosureReportSchema, disclosure),
    manifest: parsed(packManifestSchema, manifest),
    files: Object.fromEntries(
      [...byName].flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, sha256(bytes)]])),
    ),
    isSigned: isSignedBy(publicKey, manifest, byName.get(SEAL.signature)),
    hasPublishedKey: isSameKey(publicKey, byName.get(SEAL.key)),
    issuedMonths: monthsOf(issued),
    releasedMonths: monthsOf(released),
    releasedRevisions: released.filter((one) => one.month === month).map((one) => one.revision),
  };
}

/** What bytes say, where they say something of that shape. */
function parsed<Schema extends z.ZodType>(
  schema: Schema,
  bytes: Uint8Array | undefined,
): z.output<Schema> | undefined {
  if (bytes === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

function isSignedBy(
  publicKey: string,
  manifest: Uint8Array | undefined,
  signature: Uint8Array | undefined,
): boolean {
  if (manifest === undefined || signature === undefined) return false;
  return verify('sha256', manifest, createPublicKey(publicKey), signature);
}

/** Whether a file is that key, however it is written. */
function isSameKey(publicKey: string, file: Uint8Array | undefined): boolean {
  if (file === undefined) return false;
  try {
    return createPublicKey(Buffer.from(file)).equals(createPublicKey(publicKey));
  } catch {
    return false;
  }
}

const monthsOf = (packs: readonly IssuedPack[]) => [...new Set(packs.map(({ month }) => month))].sort();

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
