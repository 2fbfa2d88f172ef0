import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordTypeNames, typeNamed, typeOfCollection } from '../../shared/records/registry.ts';

test('every file that makes a record type is registered', () => {
  const folder = new URL('../../shared/records/', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => /= recordType\(\{/.test(readFileSync(new URL(name, folder), 'utf8')))
    .map((name) => name.replace('.ts', ''));
  expect([...recordTypeNames].sort()).toEqual(files.sort());
});

test('a kind is found by its name and by its collection, and nothing else is', () => {
  expect(typeNamed('lapse')).toBe(typeOfCollection('lapses'));
  expect(typeNamed('toString')).toBeUndefined();
  expect(typeOfCollection('blocks')).toBeUndefined();
});
