import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { budgetOf, LAMBDA_MOST } from '../../scripts/build/budgets.ts';
import { codeSizes } from '../../scripts/build/code-sizes.ts';
import { sizeTable } from '../../scripts/build/size-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'janus-sizes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const code = join(folder, 'code');
const layer = join(folder, 'layer');

beforeAll(() => {
  for (const each of [code, layer]) mkdirSync(each);
  writeFileSync(
    join(code, 'index.mjs'),
    'import{a}from"./chunk-A.mjs";export const later=()=>import("./b-B.mjs");',
  );
  writeFileSync(join(code, 'chunk-A.mjs'), 'import"./chunk-C.mjs";export const a=1;');
  writeFileSync(join(code, 'chunk-C.mjs'), 'x'.repeat(10_000));
  writeFileSync(join(code, 'b-B.mjs'), 'y'.repeat(50_000));
  writeFileSync(join(code, 'index.mjs.map'), 'z'.repeat(100_000));
});

test('a start reads what is imported at once, and not what is imported later or only maps it', () => {
  const { atStart, code: all, unpacked } = codeSizes(code);
  expect([atStart, all, unpacked].map((bytes) => Math.floor(bytes / 10_000))).toEqual([1, 6, 16]);
});

test('a function within its limits is a line and no fault', () => {
  const { lines, faults } = sizeTable([{ name: 'read-run', code, layer: undefined }]);
  expect(lines[1]).toMatch(/^read-run +10 kB +0 kB +60 kB +- +0\.2 MB$/);
  expect(faults).toEqual([]);
});

test('a start that reads more than its budget is named with both', () => {
  const large = join(folder, 'large');
  mkdirSync(large);
  writeFileSync(join(large, 'index.mjs'), 'x'.repeat(budgetOf('submit-record') * 1000 + 1000));
  const { faults } = sizeTable([{ name: 'submit-record', code: large, layer: undefined }]);
  expect(faults).toEqual([
    `submit-record reads ${budgetOf('submit-record') + 1} kB at every start; its budget is ${budgetOf('submit-record')} kB.`,
  ]);
});

test('code and layer that are together more than Lambda takes are named', () => {
  const module = join(layer, 'module.node');
  writeFileSync(module, '');
  truncateSync(module, LAMBDA_MOST - 100_000);
  const { faults } = sizeTable([{ name: 'render-pack', code, layer }]);
  expect(faults).toEqual(['render-pack is 250.1 MB unpacked; Lambda takes 250 MB.']);
});
