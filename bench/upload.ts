import { fork } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { startObjects } from '../local/objects/start-objects.ts';
import { objectsClient } from '../shared/platform/aws-objects.ts';
import { uploadedFile } from '../shared/store/upload-files.ts';
import { type BenchSettings, type Comparison, counted, growthOf, inTurns, over } from './compare.ts';
import { middleOf } from './spread.ts';
import { benchObjects } from './upload/bench-objects.ts';
import { writeSessions } from './upload/write-sessions.ts';
import { versionOf } from './version-of.ts';

/** Rows of a file; all are worked through in each round. */
const SIZES = [10_000, 100_000, 1_000_000];
const QUICK = [1_000, 10_000];
const ROUNDS = 2;

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
  const sizes = quick ? QUICK : SIZES;
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
    for (const size of sizes) writeSessions(join(folder, `${size}.csv`), size);
    const turns = sizes.flatMap((size) =>
      ['parse', 'upload'].map((what) => async (round: number) => {
        const file = join(folder, `${size}.csv`);
        const id = `${what}-${size}-${round}`;
        const length = { Body: createReadStream(file), ContentLength: statSync(file).size };
        await client.send(
          new PutObjectCommand({ Bucket: bucketName, Key: uploadedFile({ provider, id }), ...length }),
        );
        return measured(what, id, server.url, size);
      }),
    );
    const taken = await inTurns(quick ? 1 : ROUNDS, turns, { warmed: false });
    let smaller: { size: number; ours: readonly Measured[] } | undefined;
    for (const [i, size] of sizes.entries()) {
      const [floor = [], ours = []] = taken.slice(2 * i);
      yield {
        what: `upload, ${counted(size)} rows tried`,
        rival: 'csv-parse of the same file',
        ratios: over(timesOf(ours), timesOf(floor)),
        note: `${told(size, ours)} against ${told(size, floor)}`,
        version: versionOf('csv-parse'),
      };
      if (smaller !== undefined)
        yield growthOf(
          `upload, ${counted(smaller.size)} to ${counted(size)} rows`,
          'rows',
          size / smaller.size,
          over(timesOf(ours), timesOf(smaller.ours)),
        );
      smaller = { size, ours };
    }
  } finally {
    client.destroy();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

const timesOf = (all: readonly Measured[]) => all.map(({ ms }) => ms);

function told(rows: number, all: readonly Measured[]): string {
  const perSecond = counted(Math.round((rows * 1000) / middleOf(timesOf(all))));
  return `${perSecond} rows/s with ${middleOf(all.map(({ peakMb }) => peakMb))} MB`;
}

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
