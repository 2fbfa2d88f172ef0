import database, { type Item, type Operation, type Table } from 'dynalite/db/index.js';
import { NotStored } from './stop-at-failed-write.ts';

/**
 * Makes dynalite write an item and its entries in the indexes as one: by itself it writes the indexes one by one and
 * then the item, so that a process killed in between leaves an index that shows what was never answered. What it
 * still writes after this is the same again.
 *
 * @param beforeRemoval called before a write is begun that takes something away: a deletion, also where there is nothing
 * to delete, as its key is written all the same; and an item written without an attribute that it had, unless only an
 * index goes by that: every amendment takes a record's last version from an index, and its item keeps what it says
 */
export function writeWholeItems(beforeRemoval: () => void = () => undefined): void {
  database.updateIndexes = (store, table, existing, item, done) => {
    try {
      if (item === null || losesAttribute(table, existing, item)) beforeRemoval();
    } catch (cause) {
      done(new NotStored('', { cause }));
      return;
    }
    const kept = item ?? existing;
    if (kept === undefined) done();
    else store.db.batch([...indexOperations(table, existing, item), itemOperation(table, kept, item)], done);
  };
}

function losesAttribute(table: Table, existing: Item | undefined, item: Item): boolean {
  if (existing === undefined) return false;
  const lost = Object.keys(existing).filter((name) => !Object.hasOwn(item, name));
  // Nearly every write ends here.
  if (lost.length === 0) return false;
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  const indexed = new Set(indexes.flatMap(({ KeySchema }) => KeySchema.map((key) => key.AttributeName)));
  return lost.some((name) => !indexed.has(name));
}

function itemOperation(table: Table, kept: Item, item: Item | null): Operation {
  const key = `item-${table.TableName}~${database.createKey(kept, table)}`;
  return item === null ? { type: 'del', key } : { type: 'put', key, value: item };
}

function indexOperations(table: Table, existing: Item | undefined, item: Item | null): Operation[] {
  const kinds = [
    ['global', table.GlobalSecondaryIndexes ?? []],
    ['local', table.LocalSecondaryIndexes ?? []],
  ] as const;
  return kinds.flatMap(([kind, indexes]) => {
    const { puts, deletes } = database.getIndexActions(indexes, existing, item, table);
    const keyOf = (index: string, key: string) => `index-${kind}~${table.TableName}~${index}~${key}`;
    return [
      ...deletes.map(({ index, key }) => ({ type: 'del', key: keyOf(index, key) }) as const),
      ...puts.map((put) => ({ type: 'put', key: keyOf(put.index, put.key), value: put.item }) as const),
    ];
  });
}
