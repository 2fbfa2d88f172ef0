import { expect, test } from 'vitest';
import { latestStatements } from '../../shared/statements/latest-statements.ts';

const listed = (commissioner: string, provisionalOn?: string, complete = true) => ({
  ...{ commissioner, provider: 'janus', month: '2026-10', complete },
  provisionalOn,
});

test('the final statement counts, else the last provisional one, of those that are complete', () => {
  const provisional = ['2026-11-05', '2026-11-06'].map((date) => listed('northshire', date));
  expect(latestStatements(provisional)).toEqual([provisional[1]]);
  expect(latestStatements([listed('northshire'), ...provisional])).toEqual([listed('northshire')]);
  const unfinished = listed('northshire', undefined, false);
  expect(latestStatements([unfinished, ...provisional])).toEqual([provisional[1]]);
});

test('each is between two: another commissioner’s is another', () => {
  const both = [listed('eastmere'), listed('northshire')];
  expect(latestStatements(both)).toEqual(both);
});
