import { createHmac } from 'node:crypto';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';
import { listFiles } from '../../shared/store/pack-files.ts';
import { uploadedFile, workFolder } from '../../shared/store/upload-files.ts';
import { createUpload, readProgress } from '../../shared/store/uploads.ts';
import { processFile } from '../../shared/uploads/process-file.ts';
import { benchObjects } from './bench-objects.ts';

/**
 * Works a CSV of sessions through in validate mode, slice after slice.
 *
 * @param id of an upload whose file is in the bucket
 * @param url of the server of the bucket
 * @returns how many rows would be created
 */
export async function workThrough(id: string, url: string): Promise<number> {
  const table = { client: tableFromMemory(), name: 'bench' };
  const { bucketName, provider, connection } = benchObjects;
  const bucket = { client: objectsClient(connection(url)), name: bucketName };
  const upload = { id, provider, client: 'bench', format: 'csv', type: 'session', mode: 'validate' } as const;
  await createUpload(table, { ...upload, openedAt: '2026-11-04T12:00:00Z', state: 'waiting', change: 1 });
  const mac = (_: string, message: string) =>
    Promise.resolve(createHmac('sha256', 'bench').update(message).digest());
  const nothing = () => undefined;
  const uploading = {
    table,
    bucket,
    tagOf: personTags({ mac }, 'bench'),
    isCommissioner: () => Promise.resolve(true),
    now: () => new Date(),
    log: { info: nothing, warn: nothing, error: nothing },
  };
  await processFile(uploading, uploadedFile(upload));
  for (const slice of await listFiles(bucket, `${workFolder(upload)}/slices/`))
    await processFile(uploading, slice);
  const progress = await readProgress(table, id);
  return progress.reduce((sum, { counts }) => sum + (counts['session']?.created ?? 0), 0);
}

/** A table that holds the upload and how far it is, and nothing of anybody: it answers from memory, at once. */
function tableFromMemory() {
  const items = new Map<string, Record<string, unknown>>();
  const nameOf = (key: Record<string, unknown> = {}) => `${String(key['PK'])} ${String(key['SK'])}`;
  const answer = (command: unknown): object => {
    if (command instanceof GetCommand) return { Item: items.get(nameOf(command.input.Key)) };
    if (command instanceof QueryCommand) {
      const partition = String(command.input.ExpressionAttributeValues?.[':p']);
      const sort = String(command.input.ExpressionAttributeValues?.[':s']);
      const prefix = `${partition} ${sort}`;
      return { Items: [...items].flatMap(([name, item]) => (name.startsWith(prefix) ? [item] : [])) };
    }
    if (command instanceof PutCommand && command.input.Item !== undefined)
      items.set(nameOf(command.input.Item), command.input.Item);
    return {};
  };
  const send = (command: unknown) => Promise.resolve(answer(command));
  return Object.assign(tableClient({ region: 'eu-west-2' }), { send });
}
