import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleFunction } from '../../infra/constructs/bundle-function.ts';
import { budgetOf } from '../../scripts/build/budgets.ts';
import { codeSizes } from '../../scripts/build/code-sizes.ts';

const folder = mkdtempSync(join(tmpdir(), 'janus-bundles-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['submit-record', 'submit-batch'])('the bundle of %s', (name) => {
  const bundle = join(folder, name);
  bundleFunction(name, bundle);

  test('keeps what a start reads within its budget', () => {
    expect(codeSizes(bundle).atStart / 1000).toBeLessThan(budgetOf(name));
  });

  test('has every measure, and not in what a start reads', () => {
    const isThere = (file: string) =>
      sourcesOf(join(bundle, file)).some((source) => /\/measures\//.test(source));
    expect(isThere('index.mjs.map')).toBe(false);
    expect(readdirSync(bundle).some((file) => file.endsWith('.map') && isThere(file))).toBe(true);
  });

  test('is the same, file by file, when it is built again', () => {
    const again = join(folder, `${name}-again`);
    bundleFunction(name, again);
    const contents = (of: string) =>
      Object.fromEntries(readdirSync(of).map((file) => [file, readFileSync(join(of, file), 'utf8')]));
    expect(contents(again)).toEqual(contents(bundle));
  });
});

test('a function that renders is not bundled without the layer that its native modules are in', () => {
  expect(() => bundleFunction('render-pack', join(folder, 'render-pack'))).toThrow('".node" files');
});

function sourcesOf(map: string): string[] {
  return (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources;
}
