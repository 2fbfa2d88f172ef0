import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'janus-synth-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Nothing outside answers: whoever asks for a proxy, a registry or Amazon gets a closed port. */
const nobody = 'http://127.0.0.1:9';
const OFFLINE = {
  HTTP_PROXY: nobody,
  HTTPS_PROXY: nobody,
  npm_config_registry: nobody,
  npm_config_offline: 'true',
};

function synth(name: string): Record<string, string> {
  const outdir = join(folder, name);
  const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts', '-c', 'stage=prod'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, ...OFFLINE, CDK_OUTDIR: outdir },
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(status, stderr.slice(-2000)).toBe(0);
  const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => file.endsWith('.node')).length).toBeGreaterThanOrEqual(2);
  const templates = files.filter((file) => file.endsWith('.template.json')).sort();
  return Object.fromEntries(templates.map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
}

test('npm run synth, with every function built and offline, makes the same templates twice, down to the hashes of code', () => {
  const first = synth('first');
  expect(Object.keys(first)).toHaveLength(4);
  expect(synth('second')).toEqual(first);
}, 1_200_000);
