import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startObjects } from '../../local/objects/start-objects.ts';
import { storeNames } from '../../local/stores.ts';
import { ensureTable } from '../../local/table/ensure-table.ts';
import { startTable } from '../../local/table/start-table.ts';
import { readDeployment } from '../../local/template/deployment.ts';
import { synthesizeTemplates } from '../../local/template/synthesize-templates.ts';
import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import type { Table } from '../../shared/store/dynamo.ts';
import type { Bucket } from '../../shared/store/pack-files.ts';
import { openKeyService } from './key-service.ts';

/** What functions that run as bundles call, on loopback, and the variables by which they find it. */
export type Services = {
  readonly table: Table;
  readonly packs: Bucket;
  /** The variables of a function as the templates have them; what stands for something deployed is on this machine. */
  readonly variablesOf: (name: string) => Record<string, string>;
  readonly close: () => Promise<void>;
};

/** Opens the table, the buckets and a key service. All answer to one access key, as all of AWS does to a function's. */
export async function openServices(): Promise<Services> {
  const folder = await mkdtemp(join(tmpdir(), 'janus-start-up-'));
  const deployment = readDeployment(await synthesizeTemplates());
  const onError = (error: unknown) => console.error(error);
  const tableServer = await startTable(join(folder, 'table'), onError);
  const { endpoint, region, credentials } = tableServer.connection;
  const raw = new DynamoDBClient(tableServer.connection);
  await ensureTable(raw, storeNames.TABLE_NAME, deployment.table);
  raw.destroy();
  const objectsServer = await startObjects({
    folder: join(folder, 'objects'),
    port: 0,
    buckets: [storeNames.PACKS_BUCKET, storeNames.UPLOADS_BUCKET].map((name) => ({ name, versioned: false })),
    secrets: new Map([[credentials.accessKeyId, credentials.secretAccessKey]]),
    now: () => new Date(),
    onError,
  });
  const keys = await openKeyService();
  const table = tableClient(tableServer.connection);
  const objects = objectsClient({ endpoint: objectsServer.url, region, credentials, forcePathStyle: true });
  const reached = {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_KMS: keys.url,
    AWS_ENDPOINT_URL_S3: objectsServer.url,
  };
  const here: Readonly<Record<string, string>> = storeNames;
  return {
    table: { client: table, name: storeNames.TABLE_NAME },
    packs: { client: objects, name: storeNames.PACKS_BUCKET },
    variablesOf: (name) => {
      const declared = [...(deployment.functions.get(name)?.environment ?? [])];
      const own = declared.map(
        ([variable, literal]) =>
          [variable, here[variable] ?? literal ?? 'https://deployed.example.org'] as const,
      );
      return { ...reached, ...Object.fromEntries(own) };
    },
    close: async () => {
      table.destroy();
      objects.destroy();
      keys.close();
      await Promise.all([objectsServer.close(), tableServer.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
