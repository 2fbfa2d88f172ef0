import { PutObjectCommand } from '@aws-sdk/client-s3';
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { firstCall, placementSent } from '../../bench/start-up/first-call.ts';
import { openServices, type Services } from '../../bench/start-up/services.ts';
import { startProcess } from '../../bench/start-up/start-process.ts';
import { type BuiltFunction, builtFunctions } from '../../scripts/build/built-functions.ts';
import { renderPack } from '../../shared/render/pack.ts';
import { readFile } from '../../shared/store/pack-files.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { anOutcomeDocument } from '../support/outcome-document.ts';

/**
 * What `npm run build` makes, run as on Lambda: each function in a new process, its code alone in a folder with no
 * packages above it, or those of its layer where it has one.
 */

const root = mkdtempSync(join(tmpdir(), 'janus-built-'));
const assembly = join(root, 'assembly');
const program = join(root, 'first-answer.mjs');
const names = readdirSync('functions');
let printed: string[];
let built: readonly BuiltFunction[];
let services: Services;

beforeAll(async () => {
  const said = execFileSync(process.execPath, ['scripts/build.ts', assembly], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  printed = said.trimEnd().split('\n');
  built = builtFunctions(assembly);
  buildSync({
    ...{ entryPoints: ['bench/start-up/first-answer.ts'], outfile: program },
    ...{ platform: 'node', format: 'esm' },
  });
  services = await openServices();
  await putEntry(services.table, 'commissioners', 'northshire', { name: 'Northshire' }, new Date());
}, 600_000);

afterAll(async () => {
  await services.close();
  rmSync(root, { recursive: true, force: true });
});

async function started(name: string, event: object) {
  const { code, layer } = built.find((each) => each.name === name)!;
  const packages = join(root, 'node_modules');
  if (layer !== undefined) symlinkSync(join(layer, 'nodejs/node_modules'), packages);
  try {
    return await startProcess(program, join(code, 'index.mjs'), event, services.variablesOf(name));
  } finally {
    rmSync(packages, { force: true });
  }
}

/** The sources that a function's code was bundled from. */
function sourcesOf({ code }: BuiltFunction): string[] {
  const maps = readdirSync(code).filter((file) => file.endsWith('.mjs.map'));
  return maps.flatMap(
    (map) => (JSON.parse(readFileSync(join(code, map), 'utf8')) as { sources: string[] }).sources,
  );
}

describe('npm run build', () => {
  it('prints a line for every function, and the layer of those that render', () => {
    expect(printed.slice(1).map((line) => line.split(' ')[0])).toEqual([...names].sort());
    expect(
      printed.filter((line) => / \d\d\.\d MB +\d\d\.\d MB$/.test(line)).map((line) => line.split(' ')[0]),
    ).toEqual(['export-person', 'make-referrer-report', 'render-pack', 'render-statements']);
  });

  it('puts both native modules, for Linux on x86-64, into the layer, and a source map beside every module', () => {
    const { layer } = built.find(({ name }) => name === 'render-pack')!;
    const files = readdirSync(layer!, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.node')).sort()).toEqual([
      expect.stringMatching(/typst-ts-node-compiler-linux-x64-gnu\/.+\.node$/),
      expect.stringMatching(/canvas-linux-x64-gnu\/.+\.node$/),
    ]);
    for (const { code } of built) {
      const modules = readdirSync(code).filter((file) => file.endsWith('.mjs'));
      expect(readdirSync(code)).toEqual(expect.arrayContaining(modules.map((file) => `${file}.map`)));
    }
  });

  it('has nothing of charts, canvas or Typst in a function that renders nothing', () => {
    const drawing =
      /node_modules\/(?:chart\.js|@napi-rs|@myriaddreamin|@kurkle)\/|shared\/render\/(?:charts|pdf)\//;
    const drawn = built.filter((each) => sourcesOf(each).some((source) => drawing.test(source)));
    expect(drawn.map(({ name }) => name)).toEqual(
      built.filter(({ layer }) => layer !== undefined).map(({ name }) => name),
    );
  });
});

/** How those refuse their first call that do: the steps of a machine by their schema, the authorizer without a token. */
const refusing: Readonly<Record<string, string>> = {
  'authorize-request': 'Error',
  ...Object.fromEntries(
    ['plan-month', 'compute-outcomes', 'render-pack', 'finish-run']
      .concat(['plan-statements', 'reconcile-blocks', 'render-statements'])
      .map((step) => [step, 'ZodError']),
  ),
};

test.each(names)('%s loads in a new process and answers', async (name) => {
  const { answer } = await started(name, firstCall(name).event);
  const { statusCode, threw } = (answer ?? {}) as { statusCode?: number; threw?: string };
  expect(threw).toBe(refusing[name]);
  expect(statusCode ?? 200).toBeLessThan(500);
});

test('submit-record stores a placement', async () => {
  const { answer } = await started('submit-record', placementSent('built-1', 'northshire').event);
  expect(answer).toMatchObject({ statusCode: 201, headers: { etag: '"1"' } });
});

test('render-pack writes the same PDF as its source does, by the modules of the layer', async () => {
  const document = anOutcomeDocument();
  const folder = 'replays/run-1/northshire';
  await services.packs.client.send(
    new PutObjectCommand({
      ...{ Bucket: services.packs.name, Key: `${folder}/outcomes.json` },
      Body: JSON.stringify(document),
    }),
  );
  const { month, revision } = document;
  const job = { runId: 'run-1', month, replay: true, commissioner: 'northshire', revision };
  const { answer } = await started('render-pack', { ...job, fingerprint: 'f', records: 1 });
  expect(answer).toEqual({ commissioner: 'northshire', status: 'replayed', revision });
  const pdf = Buffer.from(await readFile(services.packs, `${folder}/pack.pdf`));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.equals((await renderPack(document))['pack.pdf'])).toBe(true);
});
