import { fork } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { startObjects } from '../local/objects/start-objects.ts';
import { objectsClient } from '../shared/platform/aws-objects.ts';
import { uploadedFile } from '../shared/store/upload-files.ts';
import type { BenchSettings, Comparison } from './compare.ts';
import { benchObjects } from './upload/bench-objects.ts';
import { writeSessions } from './upload/write-sessions.ts';

/** Rows of a file, and how often it is worked through. */
const SIZES = [
  [10_000, 5],
  [100_000, 3],
  [1_000_000, 1],
] as const;

/** What is used and no longer needed is cleared away before it comes to more, so that what grows is what is held. */
const HEAP_MB = 128;
const YOUNG_MB = 8;

const measuredSchema = z.object({ ms: z.number(), peakMb: z.number(), rows: z.number() });
type Measured = z.infer<typeof measuredSchema>;

/**
 * A CSV of sessions worked through from end to end in validate mode, from the bucket: looked through, cut into slices,
 * read, checked against the register, erasures, placements and what is stored, and compared with taking its cells apart
 * alone. Each in a process of its own with a small heap, of which the most memory is told. The table answers from memory, since one machine's
 * own table would take nearly all of the time.
 */
export async function* upload({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-upload-'));
  const { bucketName, provider, connection } = benchObjects;
  const server = await startObjects({
    folder: join(folder, 'objects'),
    port: 0,
    buckets: [{ name: bucketName, versioned: false }],
    secrets: new Map([['bench', 'bench']]),
    now: () => new Date(),
    onError: (error) => console.error(error),
  });
  const client = objectsClient(connection(server.url));
  try {
    for (const [size, rounds] of quick ? SIZES.slice(0, 1) : SIZES) {
      const file = join(folder, `${size}.csv`);
      writeSessions(file, size);
      const ratios: number[] = [];
      let ours: Measured | undefined;
      let floor: Measured | undefined;
      for (let round = 0; round < rounds; round += 1) {
        const id = `u${size}-${round}`;
        const length = { Body: createReadStream(file), ContentLength: statSync(file).size };
        await client.send(
          new PutObjectCommand({ Bucket: bucketName, Key: uploadedFile({ provider, id }), ...length }),
        );
        floor = await measured('parse', id, server.url, size);
        ours = await measured('upload', id, server.url, size);
        ratios.push(ours.ms / floor.ms);
      }
      const note = ours && floor && `${told(ours)} against ${told(floor)}`;
      yield {
        what: `upload, ${size.toLocaleString('en-GB')} rows tried`,
        rival: 'csv-parse of the same file',
        ratios,
        ...(note !== undefined && { note }),
      };
    }
  } finally {
    client.destroy();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

const told = ({ rows, ms, peakMb }: Measured) =>
  `${Math.round((rows / ms) * 1000).toLocaleString('en-GB')} rows/s with ${peakMb} MB`;

/** Does one thing in a process of its own. */
function measured(what: string, id: string, url: string, rows: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('upload/measure.ts', import.meta.url), [what, id, url], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`, `--max-semi-space-size=${YOUNG_MB}`],
    });
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`${what} ended with ${code ?? 'a signal'}`)));
    child.once('message', (message) => {
      const taken = measuredSchema.parse(message);
      if (taken.rows === rows) resolve(taken);
      else reject(new Error(`${what} came to ${taken.rows} rows, not ${rows}`));
    });
  });
}
