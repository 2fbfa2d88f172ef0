import { csvCells } from '../../shared/intake/rows/csv-cells.ts';
import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { findFile, readRange, uploadedFile } from '../../shared/store/upload-files.ts';
import { benchObjects } from './bench-objects.ts';
import { tableFromMemory } from './table-from-memory.ts';
import { workThrough } from './work-through.ts';

/** Does one thing with an uploaded file in this process, and tells who started it how long it took and what it held. */
const [what = '', id = '', url = ''] = process.argv.slice(2);

const { bucketName: name, provider, connection } = benchObjects;
const bucket = { client: objectsClient(connection(url)), name };

let peak = 0;
const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
const timer = setInterval(look, 20);
const begun = performance.now();
const rows = what === 'parse' ? await parse() : await tryOut();
const ms = performance.now() - begun;
clearInterval(timer);
look();
process.send?.({ ms, rows, peakMb: Math.round(peak / 2 ** 20) });
process.disconnect();

function tryOut(): Promise<number> {
  const upload = { id, provider, client: 'bench', format: 'csv', type: 'session', mode: 'validate' } as const;
  return workThrough({ table: { client: tableFromMemory(), name: 'bench' }, bucket }, upload);
}

async function parse(): Promise<number> {
  const key = uploadedFile({ provider, id });
  const { size = 0 } = (await findFile(bucket, key)) ?? {};
  let count = -1;
  for await (const cells of csvCells(readRange(bucket, key, { start: 0, end: size }), ','))
    count += cells.length > 0 ? 1 : 0;
  return count;
}
