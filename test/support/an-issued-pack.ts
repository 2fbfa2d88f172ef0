import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { DisclosureReport } from '../../shared/deliver/gate/disclosure-report.ts';
import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import { packManifest } from '../../shared/render/pack-manifest.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import { disclosureFile, packFileNames, packFolder, SEAL } from '../../shared/store/pack-files.ts';
import { claimRevision, issuePack } from '../../shared/store/packs.ts';
import { anOutcomeDocument } from './outcome-document.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The key that these packs are signed by. */
export const packKey = publicKey.export({ format: 'pem', type: 'spki' }).toString();

const shareOf = (numerator: number, denominator: number) => ({
  kind: 'proportion' as const,
  state: 'estimated' as const,
  ...{
    numerator,
    denominator,
    value: numerator / denominator,
    lower: 0,
    upper: 1,
    method: 'wilson' as const,
  },
});

export const qualityOf = (numerator: number, denominator: number) => ({
  ...shareOf(numerator, denominator),
  revision: 1,
});

const definition = {
  ...{ revision: 1, title: 'Records with nothing to correct', question: '', numerator: '', denominator: '' },
  ...{ method: '', direction: 'up' as const },
};

/** A document in which the gate finds nothing, unless it is stated. */
export function aQuietDocument(stated: Partial<OutcomeDocument> = {}): OutcomeDocument {
  return anOutcomeDocument({
    revision: 1,
    measures: { 'data-quality': qualityOf(46, 50) },
    definitions: { 'data-quality': definition },
    ...stated,
  });
}

/** The files of an issued pack as they lie in the bucket, signed, with the report of what was withheld. */
export function packFilesOf(
  document: OutcomeDocument,
  report: DisclosureReport = { units: [], audited: [] },
) {
  const { commissioner, month, revision } = document;
  const written = Object.fromEntries(
    packFileNames
      .filter((name) => !Object.values<string>(SEAL).includes(name))
      .map((name) => [name, Buffer.from(name === 'outcomes.json' ? JSON.stringify(document) : name)]),
  );
  const origin = { inputFingerprint: 'f', records: 1, previousRevision: null };
  const manifest = Buffer.from(packManifest(document, written, origin));
  const folder = packFolder(commissioner, month, revision);
  const files = new Map<string, Uint8Array>([
    [disclosureFile(commissioner, month, revision), Buffer.from(JSON.stringify(report))],
    ...Object.entries({
      ...written,
      [SEAL.manifest]: manifest,
      [SEAL.key]: Buffer.from(packKey),
      [SEAL.signature]: sign('sha256', manifest, privateKey),
    }).map(([name, bytes]) => [`${folder}/${name}`, bytes] as const),
  ]);
  return { files, manifestSha256: createHash('sha256').update(manifest).digest('hex') };
}

/** Issues a revision of a document into a table and a map of files; answers what it is named by. */
export async function issueInto(
  table: Table,
  into: Map<string, Uint8Array>,
  document: OutcomeDocument = aQuietDocument(),
  report?: DisclosureReport,
) {
  const { commissioner, month, revision } = document;
  const { files, manifestSha256 } = packFilesOf(document, report);
  for (const [key, bytes] of files) into.set(key, bytes);
  const claim = { commissioner, month, run: `r${revision}`, asAt: 'a', fingerprint: `f${revision}` };
  const pack = await claimRevision(table, { ...claim, records: 1, claimedAt: 'c' }, revision - 1);
  await issuePack(table, pack, { issuedAt: '2026-11-05T06:01:00.000Z', manifestSha256 });
  return { commissioner, month, revision, manifestSha256 };
}
