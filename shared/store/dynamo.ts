import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Key } from './table.ts';

/** The table and the client it is reached by. */
export type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

export type Item = Key & Readonly<Record<string, unknown>>;

/** What must be so before a write: that there is no such item, or that attributes have these values. */
export type Condition = 'absent' | Readonly<Record<string, string | number>>;

/** Reads one item as last written. */
export async function getItem(table: Table, { PK, SK }: Key): Promise<Record<string, unknown> | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { PK, SK }, ConsistentRead: true }),
  );
  return Item;
}

/** Writes one item; with a condition answers whether it held, and wrote nothing if not. */
export async function putItem(table: Table, item: Item, condition?: Condition): Promise<boolean> {
  return holds(() =>
    table.client.send(new PutCommand({ TableName: table.name, Item: item, ...conditionInput(condition) })),
  );
}

/** Removes one item; with a condition answers whether it held. */
export async function deleteItem(table: Table, { PK, SK }: Key, condition?: Condition): Promise<boolean> {
  return holds(() =>
    table.client.send(
      new DeleteCommand({ TableName: table.name, Key: { PK, SK }, ...conditionInput(condition) }),
    ),
  );
}

function conditionInput(condition: Condition | undefined) {
  if (condition === undefined) return {};
  if (condition === 'absent') return { ConditionExpression: 'attribute_not_exists(PK)' };
  const entries = Object.entries(condition).map(([name, value], i) => ({ name, value, i }));
  return {
    ConditionExpression: entries.map(({ i }) => `#c${i} = :c${i}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(entries.map(({ name, i }) => [`#c${i}`, name])),
    ExpressionAttributeValues: Object.fromEntries(entries.map(({ value, i }) => [`:c${i}`, value])),
  };
}

async function holds(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

export type Query = {
  readonly index?: { readonly name: string; readonly partition: string; readonly sort: string };
  readonly partition: string;
  /** On the sort key: everything that begins with, from here on, after, or before. */
  readonly beginsWith?: string;
  readonly from?: string;
  readonly after?: string;
  readonly before?: string;
  readonly descending?: boolean;
  readonly attributes?: readonly string[];
  readonly limit?: number;
  /** Where the page before ended. */
  readonly startAfter?: Readonly<Record<string, unknown>>;
};

export type Page = {
  readonly items: readonly Record<string, unknown>[];
  readonly next?: Readonly<Record<string, unknown>> | undefined;
};

/** Reads one page of a Query. */
export async function queryPage(table: Table, query: Query): Promise<Page> {
  const { Items = [], LastEvaluatedKey } = await table.client.send(new QueryCommand(inputOf(table, query)));
  return { items: Items, next: LastEvaluatedKey };
}

/** Reads a Query page by page. */
export async function* queryPages(table: Table, query: Query): AsyncGenerator<Page['items']> {
  let startAfter: Page['next'];
  do {
    const page = await queryPage(table, { ...query, ...(startAfter && { startAfter }) });
    yield page.items;
    startAfter = page.next;
  } while (startAfter !== undefined);
}

/** Reads a whole Query, for partitions that stay small: a registry, a person, a commissioner's packs. */
export async function queryAll(table: Table, query: Query): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const page of queryPages(table, query)) items.push(...page);
  return items;
}

/** Reads the whole table page by page, in no order that means anything: for what must look at everything. */
export async function* scanPages(table: Table): AsyncGenerator<Page['items']> {
  let ExclusiveStartKey: Page['next'];
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ExclusiveStartKey }),
    );
    yield Items;
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
}

function inputOf(table: Table, query: Query): QueryCommandInput {
  const { partition = 'PK', sort = 'SK', name } = query.index ?? {};
  const [range, bound] = rangeOf(query);
  const attributes = query.attributes?.map((attribute, i) => [`#a${i}`, attribute] as const);
  return {
    TableName: table.name,
    ...(name === undefined ? { ConsistentRead: true } : { IndexName: name }),
    KeyConditionExpression: `#p = :p${range}`,
    ExpressionAttributeNames: {
      '#p': partition,
      ...(range !== '' && { '#s': sort }),
      ...(attributes && Object.fromEntries(attributes)),
    },
    ExpressionAttributeValues: { ':p': query.partition, ...(bound !== undefined && { ':s': bound }) },
    ...(attributes && { ProjectionExpression: attributes.map(([alias]) => alias).join(', ') }),
    ScanIndexForward: query.descending !== true,
    ...(query.limit !== undefined && { Limit: query.limit }),
    ...(query.startAfter && { ExclusiveStartKey: query.startAfter }),
  };
}

function rangeOf({ beginsWith, after, before, from }: Query): readonly [string, string | undefined] {
  if (beginsWith !== undefined) return [' AND begins_with(#s, :s)', beginsWith];
  if (after !== undefined) return [' AND #s > :s', after];
  if (before !== undefined) return [' AND #s < :s', before];
  return from === undefined ? ['', undefined] : [' AND #s >= :s', from];
}
