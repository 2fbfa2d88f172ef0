import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Table } from '../../shared/store/dynamo.ts';
import type { Bucket } from '../../shared/store/pack-files.ts';
import { uploadedFile } from '../../shared/store/upload-files.ts';
import { workThrough } from '../upload/work-through.ts';
import type { Row } from './sent-rows.ts';

/** Sends rows as a file of JSON lines and works it through, from the bucket to the last note of how far it is. */
export function uploadRows(table: Table, bucket: Bucket) {
  let count = 0;
  return async (rows: readonly Row[]) => {
    count += 1;
    const whose = { id: `committed-${count}`, provider: 'uploaded', client: 'bench' };
    const upload = { ...whose, format: 'ndjson', mode: 'commit' } as const;
    const body = rows.map(({ type, id, value }) => JSON.stringify({ type, id, ...value })).join('\n');
    await bucket.client.send(
      new PutObjectCommand({ Bucket: bucket.name, Key: uploadedFile(upload), Body: body }),
    );
    const created = await workThrough({ table, bucket }, upload);
    if (created !== rows.length) throw new Error('an upload was not taken in');
  };
}
