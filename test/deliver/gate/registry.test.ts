import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gateChecks } from '../../../shared/deliver/gate/registry.ts';

test('every check of the folder is in the list, under the name of its file', () => {
  const files = readdirSync('shared/deliver/gate/checks').map((name) => name.replace('.ts', ''));
  expect(gateChecks.map(({ id }) => id).sort()).toEqual(files.sort());
});
