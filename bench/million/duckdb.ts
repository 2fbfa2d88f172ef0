/** The digest by DuckDB from the CSV files; its package is looked for here or in the folder named in DUCKDB. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import { tell } from './told.ts';

/** The one package that runs DuckDB in Node; no dependency of ours, and so known by its shape alone. */
const packageSchema = z.object({
  DuckDBInstance: z.custom<{
    create(path: string): Promise<{
      connect(): Promise<{
        run(sql: string): Promise<unknown>;
        runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): unknown }>;
      }>;
    }>;
  }>(),
  version: z.custom<() => string>(),
});

const rowsSchema = z.array(z.object({ name: z.string(), value: z.number() }));

const [folder = ''] = process.argv.slice(2);
const from = createRequire(join(process.env['DUCKDB'] ?? process.cwd(), 'package.json'));
const { DuckDBInstance, version } = packageSchema.parse(from('@duckdb/node-api'));
const sql = (await readFile(join(import.meta.dirname, 'rival.sql'), 'utf8')).replaceAll('{folder}', folder);
const last = sql.lastIndexOf('\nselect ');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run(sql.slice(0, last));
const rows = rowsSchema.parse((await connection.runAndReadAll(sql.slice(last))).getRowObjectsJson());
tell({
  digest: Object.fromEntries(rows.map(({ name, value }) => [name, value])),
  note: `DuckDB ${version()}, all cores`,
});
