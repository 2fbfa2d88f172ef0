import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { licencesIn, notAgreed } from '../../scripts/licences/licences-in.ts';

const lock = {
  packages: {
    '': { version: '1.0.0', license: 'UNLICENSED' },
    'node_modules/b': { version: '2.0.0', license: 'MIT' },
    'node_modules/@a/c': { version: '1.0.0', license: '(GPL-3.0 OR MIT)' },
    'node_modules/b/node_modules/d': { version: '0.1.0', license: 'GPL-3.0' },
    'node_modules/e/node_modules/d': { version: '0.1.0', license: 'GPL-3.0' },
    'node_modules/f': { version: '1.0.0', license: 'MIT AND GPL-3.0' },
    'node_modules/g': { version: '1.0.0' },
    'node_modules/b-linux': { version: '2.0.0', cpu: ['x64'] },
    'node_modules/h': { version: '1.0.0', license: 'GPL-3.0', dev: true },
  },
};

test('lists what runs in production, each version once, and what it is under', () => {
  expect(licencesIn(lock).map(({ name, version, licence }) => `${name} ${version} ${licence}`)).toEqual([
    '@a/c 1.0.0 (GPL-3.0 OR MIT)',
    'b 2.0.0 MIT',
    'd 0.1.0 GPL-3.0',
    'f 1.0.0 MIT AND GPL-3.0',
    'g 1.0.0 not told',
  ]);
});

test('of several offers one is enough, of several conditions all are needed, and an untold licence is none', () => {
  expect(notAgreed(licencesIn(lock)).map(({ name }) => name)).toEqual(['d', 'f', 'g']);
});

test('everything that runs in production is under a licence that was agreed to', () => {
  const ours: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(notAgreed(licencesIn(ours))).toEqual([]);
});
