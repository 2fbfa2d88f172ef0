import type { Done } from 'dynalite/db/index.js';
import { expect, it } from 'vitest';
import { stopAtFailedWrite } from '../../../local/table/stop-at-failed-write.ts';

/** A LevelDB whose writes end when a test has them end. */
function aLevel() {
  const underWay: Done[] = [];
  const db = {
    put: (_: string, __: object, done: Done) => void underWay.push(done),
    del: (_: string, done: Done) => void underWay.push(done),
    batch: (_: readonly object[], done: Done) => void underWay.push(done),
  };
  const failures: unknown[] = [];
  stopAtFailedWrite(db, (error) => failures.push(error));
  const answers: unknown[] = [];
  return {
    failures,
    /** What became of each write, in the order in which they ended: what it failed of, or that it did not. */
    answers,
    underWay,
    put: () => db.put('a', {}, (error) => answers.push(error ?? 'stored')),
    del: () => db.del('a', (error) => answers.push(error ?? 'stored')),
    batch: () => db.batch([], (error) => answers.push(error ?? 'stored')),
  };
}

const notStored = expect.objectContaining({ name: 'NotStored', statusCode: 500 }) as unknown;

it('lets writes through until one fails', () => {
  const { put, batch, del, underWay, answers } = aLevel();
  for (const write of [put, batch, del]) write();
  for (const done of underWay) done(null);
  expect(answers).toEqual(['stored', 'stored', 'stored']);
});

it('tries no write behind one that failed, and tells of it once', () => {
  const { put, batch, del, underWay, answers, failures } = aLevel();
  put();
  underWay[0]?.(new Error('no space'));
  for (const write of [put, batch, del]) write();
  expect(underWay).toHaveLength(1);
  expect(answers).toEqual(Array(4).fill(notStored));
  expect(failures).toEqual([new Error('no space')]);
});

it('believes no write that was under way beside it: it may stand behind it', () => {
  const { put, batch, underWay, answers } = aLevel();
  put();
  batch();
  underWay[0]?.(new Error('no space'));
  underWay[1]?.(null);
  expect(answers).toEqual([notStored, notStored]);
});
