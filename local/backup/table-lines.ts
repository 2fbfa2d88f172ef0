import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { scanPages, type Table } from '../../shared/store/dynamo.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import type { BackupManifest } from './manifest.ts';

type TableContent = BackupManifest['table'];

/** The most that one call writes. */
const AT_A_TIME = 25;
const CALLS_AT_ONCE = 8;
const LINES_AT_ONCE = AT_A_TIME * CALLS_AT_ONCE;

/**
 * Reads a whole table as lines of JSON and says how many there are and what their SHA-256 is: equal tables have equal
 * lines in the same order.
 */
export async function readLines(
  table: Table,
  eachPage: (text: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<TableContent> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const items of scanPages(table)) {
    const text = items.map((item) => `${JSON.stringify(inOrder(item))}\n`).join('');
    hash.update(text);
    count += items.length;
    await eachPage(text);
  }
  return { items: count, sha256: hash.digest('hex') };
}

/** Writes every item of a table to a file that only its owner may read. */
export async function exportTable(table: Table, path: string): Promise<TableContent> {
  const file = await open(path, 'wx', 0o600);
  try {
    return await readLines(table, (text) => file.write(text));
  } finally {
    await file.close();
  }
}

const itemSchema = z.record(z.string(), z.unknown());

/** Writes every line of a file into a table that is empty. */
export async function importTable(table: Table, path: string): Promise<void> {
  let waiting: Record<string, unknown>[] = [];
  const flush = async () => {
    const items = waiting;
    waiting = [];
    const starts = Array.from({ length: Math.ceil(items.length / AT_A_TIME) }, (_, i) => i * AT_A_TIME);
    await inParallel(CALLS_AT_ONCE, starts, (start) =>
      writeAll(table, items.slice(start, start + AT_A_TIME)),
    );
  };
  for await (const line of createInterface({ input: createReadStream(path) })) {
    waiting.push(itemSchema.parse(JSON.parse(line)));
    if (waiting.length >= LINES_AT_ONCE) await flush();
  }
  await flush();
}

async function writeAll(table: Table, items: readonly Record<string, unknown>[]): Promise<void> {
  let requests = items.map((Item) => ({ PutRequest: { Item } }));
  while (requests.length > 0) {
    const { UnprocessedItems } = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: requests } }),
    );
    requests = (UnprocessedItems?.[table.name] ?? []).flatMap(({ PutRequest }) =>
      PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
    );
  }
}

function inOrder(item: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
}
