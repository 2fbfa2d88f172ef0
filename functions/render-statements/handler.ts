import * as z from 'zod';
import { signManifest } from '../../shared/deliver/sign-manifest.ts';
import { serveTask } from '../../shared/platform/task.ts';
import type { World } from '../../shared/platform/world.ts';
import { statementFiles } from '../../shared/render/statement-files.ts';
import { statementManifest } from '../../shared/render/statement-manifest.ts';
import { ledgerSchema } from '../../shared/statements/ledger.ts';
import { readFile } from '../../shared/store/pack-files.ts';
import { addStep } from '../../shared/store/runs.ts';
import { LEDGER } from '../../shared/store/statement-files.ts';
import { writeWithManifest } from '../../shared/store/write-with-manifest.ts';
import type { renderStatementsEnv } from './env.ts';

const payloadSchema = z.object({
  runId: z.string(),
  commissioner: z.string(),
  folders: z.array(z.string()),
});

type Rendered = { readonly commissioner: string; readonly status: 'issued' };

/** Writes the files of statements, each from its ledger alone, the manifest, and the signature last. */
export function createHandler(
  { TABLE_NAME, PACKS_BUCKET, SIGNING_KEY_ID }: z.infer<typeof renderStatementsEnv>,
  {
    table: client,
    objects,
    signer,
    publicKeys,
    log,
    now,
  }: Pick<World, 'table' | 'objects' | 'signer' | 'publicKeys' | 'log' | 'now'>,
): (payload: unknown) => Promise<Rendered> {
  const table = { client, name: TABLE_NAME };
  const bucket = { client: objects, name: PACKS_BUCKET };
  const signing = { bucket, signer, publicKeys, keyId: SIGNING_KEY_ID };

  return serveTask(log, 'render-statements', payloadSchema, async ({ runId, commissioner, folders }) => {
    for (const folder of folders) {
      const bytes = await readFile(bucket, `${folder}/${LEDGER}`);
      const { document } = ledgerSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      const files = await statementFiles(document);
      const manifest = await writeWithManifest(bucket, folder, files, (stored) =>
        statementManifest(document, { [LEDGER]: bytes, ...stored }),
      );
      await signManifest(signing, folder, manifest);
    }
    await addStep(table, runId, { step: 'rendered', commissioner, at: now().toISOString() });
    log.info('statements rendered', { runId, commissioner, statements: folders.length });
    return { commissioner, status: 'issued' };
  });
}
