import { createHash } from 'node:crypto';
import * as z from 'zod';
import { signManifest } from '../../shared/deliver/sign-manifest.ts';
import { outcomeDocumentSchema } from '../../shared/outcomes/document.ts';
import { AppError } from '../../shared/platform/errors.ts';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { renderPack } from '../../shared/render/pack.ts';
import { packManifest } from '../../shared/render/pack-manifest.ts';
import { packFileNames, packFolder, readFile, replayFolder } from '../../shared/store/pack-files.ts';
import { isIssued, issuePack, readPack, readPacks } from '../../shared/store/packs.ts';
import { addStep } from '../../shared/store/runs.ts';
import { writeWithManifest } from '../../shared/store/write-with-manifest.ts';
import type { renderPackEnv } from './env.ts';

const payloadSchema = z.object({
  runId: z.string(),
  month: z.string(),
  replay: z.boolean(),
  commissioner: z.string(),
  revision: z.int().min(1),
  fingerprint: z.string(),
  records: z.int(),
  notReproduced: z.array(z.string()).optional(),
});

type Job = z.infer<typeof payloadSchema>;

type Rendered = {
  readonly commissioner: string;
  readonly status: 'issued' | 'replayed';
  readonly revision: number;
  readonly notReproduced?: readonly string[];
};

/**
 * Writes the files of a pack from its outcome document alone, the manifest, and the signature last: then the revision
 * exists. A replay is not signed: what is signed was issued.
 */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET, SIGNING_KEY_ID }: z.infer<typeof renderPackEnv>,
  {
    table: client,
    objects,
    signer,
    publicKeys,
    log,
    meter,
    now,
  }: Pick<World, 'table' | 'objects' | 'signer' | 'publicKeys' | 'log' | 'meter' | 'now'>,
): (payload: unknown) => Promise<Rendered> {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };
  const signing = { bucket, signer, publicKeys, keyId: SIGNING_KEY_ID };

  return serveTask(log, 'render-pack', payloadSchema, async (job) => {
    const { runId, commissioner, month, revision } = job;
    const folder = job.replay ? replayFolder(runId, commissioner) : packFolder(commissioner, month, revision);
    const outcomes = await readFile(bucket, `${folder}/outcomes.json`);
    const document = outcomeDocumentSchema.parse(JSON.parse(Buffer.from(outcomes).toString('utf8')));
    const files = await renderPack(document);
    const origin = {
      inputFingerprint: job.fingerprint,
      records: job.records,
      previousRevision: await previousRevision(job),
    };
    const manifest = await writeWithManifest(bucket, folder, files, (stored) =>
      packManifest(document, { 'outcomes.json': outcomes, ...stored }, origin),
    );
    if (!job.replay) {
      await signManifest(signing, folder, manifest);
      await issue(job, createHash('sha256').update(manifest).digest('hex'));
    }
    await addStep(table, runId, { step: 'rendered', commissioner, at: now().toISOString() });
    log.info('pack rendered', { runId, commissioner, month, revision });
    meter.count('PacksIssued', job.replay ? 0 : 1);
    return {
      commissioner,
      status: job.replay ? 'replayed' : 'issued',
      revision,
      ...(job.notReproduced && { notReproduced: job.notReproduced }),
    };
  });

  async function previousRevision({ commissioner, month, revision }: Job): Promise<number | null> {
    const earlier = (await readPacks(table, commissioner, month)).filter(isIssued);
    return earlier.findLast((pack) => pack.revision < revision)?.revision ?? null;
  }

  async function issue({ commissioner, month, revision }: Job, manifestSha256: string): Promise<void> {
    const pack = await readPack(table, commissioner, month, revision);
    if (pack === undefined) throw new AppError(409, 'unclaimed-revision', 'This revision was never claimed.');
    await issuePack(table, pack, {
      issuedAt: now().toISOString(),
      manifestSha256,
      files: packFileNames,
    });
  }
}
