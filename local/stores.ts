import type { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { objectsClient } from '../shared/platform/aws-objects.ts';
import { tableClient } from '../shared/platform/aws-table.ts';
import { isPortTaken } from './network/is-port-taken.ts';
import { startObjects } from './objects/start-objects.ts';
import type { CameIn } from './queue/feed-functions.ts';
import { storedJson } from './storage/stored-json.ts';
import { ensureTable, type TableKeys } from './table/ensure-table.ts';
import type { ThreadData } from './threads/thread-messages.ts';
import { startTable } from './table/start-table.ts';

const REGION = 'eu-west-2';
const ATTEMPTS = 3;
const accessKey = z.object({ id: z.string(), secret: z.string() });

/** What the stores are called, as the functions' variables name them. */
export const storeNames = {
  TABLE_NAME: 'janus-outcomes',
  PACKS_BUCKET: 'janus-packs',
  UPLOADS_BUCKET: 'janus-uploads',
} as const;

type Stores = {
  readonly table: DynamoDBDocumentClient;
  readonly objects: S3Client;
  /** Where objects are served: packs and uploads alike. */
  readonly objectsUrl: string;
  /** By what other threads make clients of their own. */
  readonly connections: Pick<ThreadData, 'table' | 'objects'>;
  readonly close: () => Promise<void>;
};

type StoresOptions = {
  readonly folder: string;
  readonly tableKeys: TableKeys;
  /** Where objects are served, so that a link outlives a restart; any other where it is taken. */
  readonly objectsPort: number;
  /** The origin of the portal, whose uploads come in from a browser. */
  readonly portalOrigin?: string;
  readonly onError: (error: unknown) => void;
  /** Told of every link to a file that was refused, without what it led to. */
  readonly onLinkRefused?: (refused: { bucket: string; reason: string }) => void;
  /** Told of every file that comes into a bucket. */
  readonly onCreated?: (created: CameIn) => void;
};

/** Starts the table and the buckets of a data folder, and makes the clients that reach them. */
export async function openStores({
  folder,
  tableKeys,
  objectsPort,
  portalOrigin,
  onError,
  onLinkRefused,
  onCreated,
}: StoresOptions): Promise<Stores> {
  const tableServer = await startTable(join(folder, 'table'), onError);
  const config = { ...tableServer.connection, maxAttempts: ATTEMPTS };
  const raw = new DynamoDBClient(config);
  await ensureTable(raw, storeNames.TABLE_NAME, tableKeys);
  raw.destroy();

  const key = readAccessKey(join(folder, 'access-key.json'));
  const objectsServer = await onPortOrAny(objectsPort, (port) =>
    startObjects({
      folder: join(folder, 'objects'),
      port,
      buckets: [
        { name: storeNames.PACKS_BUCKET, versioned: true },
        {
          name: storeNames.UPLOADS_BUCKET,
          versioned: false,
          ...(portalOrigin !== undefined && {
            crossOrigin: { origins: [portalOrigin], methods: ['POST', 'GET'] },
          }),
        },
      ],
      ...(onCreated && { onCreated }),
      ...(onLinkRefused && { onLinkRefused }),
      secrets: new Map([[key.id, key.secret]]),
      now: () => new Date(),
      onError,
    }),
  );
  const table = tableClient(config);
  const objectsConfig = {
    endpoint: objectsServer.url,
    region: REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: key.id, secretAccessKey: key.secret },
    maxAttempts: ATTEMPTS,
  };
  const objects = objectsClient(objectsConfig);
  return {
    table,
    objects,
    objectsUrl: objectsServer.url,
    connections: { table: config, objects: objectsConfig },
    close: async () => {
      table.destroy();
      objects.destroy();
      await Promise.all([objectsServer.close(), tableServer.close()]);
    },
  };
}

/** Kept, so that a link signed before a restart holds after it. */
function readAccessKey(path: string): z.infer<typeof accessKey> {
  const file = storedJson(path, accessKey);
  const key = file.read() ?? {
    id: randomBytes(10).toString('hex').toUpperCase(),
    secret: randomBytes(30).toString('base64url'),
  };
  file.write(key);
  return key;
}

async function onPortOrAny<T>(port: number, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(port);
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    return start(0);
  }
}
