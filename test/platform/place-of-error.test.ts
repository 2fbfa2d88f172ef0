import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'janus-place-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SOURCE = `
import { placeOf } from ${JSON.stringify(join(process.cwd(), 'shared/platform/place-of-error.ts'))};
function read(text: string): unknown {
  if (text === '') throw new TypeError('what was sent');
  return JSON.parse(text);
}
try {
  read('');
} catch (error) {
  console.log(JSON.stringify(placeOf(error)));
}
`;

/** What a bundle, run by itself as on Lambda, says of an error in the fourth line of its source. */
function told(name: string, sourcemap: boolean): { name: string; where: string } {
  const entry = join(folder, 'read-record.ts');
  writeFileSync(entry, SOURCE);
  const outfile = join(folder, `${name}.mjs`);
  buildSync({
    ...{ entryPoints: [entry], outfile, bundle: true, minify: true, sourcemap },
    ...{ platform: 'node', format: 'esm', mainFields: ['module', 'main'] },
  });
  const said = execFileSync(process.execPath, [outfile], { encoding: 'utf8', env: {} });
  return JSON.parse(said) as { name: string; where: string };
}

test('the place of an error is that of the source it was bundled from, by the map beside the bundle', () => {
  const { name, where } = told('mapped', true);
  expect(name).toBe('TypeError');
  expect(where.split(' < ')[0]).toMatch(/[( ]read-record\.ts:4:\d+\)?$/);
});

test('without a map beside it, the place is that of the bundle', () => {
  expect(told('unmapped', false).where.split(' < ')[0]).toMatch(/unmapped\.mjs:\d+:\d+\)?$/);
});

test('what an error says is not in its place', () => {
  expect(told('said', true).where).not.toContain('what was sent');
});
