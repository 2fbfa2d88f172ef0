import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSystem, type System } from '../support/system.ts';
import { differences } from './runner/differences.ts';
import { playCases } from './runner/play-cases.ts';
import { readCases } from './runner/read-cases.ts';

/** The kit's cases, played on one system through its interface; see README.md beside this file. */
const cases = readCases();

let system: System;
beforeAll(async () => {
  system = await aSystem();
  await playCases(system, cases);
}, 300_000);
afterAll(() => system.stop());

describe.each(cases)('$name', ({ expected: { outcomes } }) => {
  test.each(outcomes)(
    '$commissioner $month revision $revision',
    async ({ commissioner, month, revision, ...expected }) => {
      const file = await system.file(commissioner, month, 'outcomes.json', revision);
      expect(differences(JSON.parse(file.toString('utf8')), expected)).toEqual([]);
    },
  );
});
