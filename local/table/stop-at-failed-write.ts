import type { Done, Level, Operation } from 'dynalite/db/index.js';

/** What dynalite answers as it is; any other error of the LevelDB it throws, which ends its thread. */
export class NotStored extends Error {
  override readonly name = 'NotStored';
  readonly statusCode = 500;
  readonly body = {
    __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError',
    message: 'This could not be stored.',
  };
}

type Writes = Pick<Level, 'put' | 'del'> & { batch: (operations: Operation[], done: Done) => void };

/**
 * Has dynalite write nothing more into a LevelDB once a write has failed, as it does on a full disk. What is there of
 * that one may be half an entry, and whoever opens the LevelDB again passes over everything behind it: what came after,
 * although it was answered, would be gone. Opened again it goes on behind its last whole entry.
 *
 * @param onFailed told once, of the write that failed; those after it fail without being tried
 */
export function stopAtFailedWrite(db: Writes, onFailed: (error: unknown) => void): void {
  let hasFailed = false;
  const guarded = (done: Done, write: (done: Done) => void): void => {
    if (hasFailed) {
      done(new NotStored());
      return;
    }
    write((error) => {
      // One that was under way beside it may stand behind it.
      if (error === undefined || error === null) done(hasFailed ? new NotStored() : error);
      else {
        if (!hasFailed) onFailed(error);
        hasFailed = true;
        done(new NotStored('', { cause: error }));
      }
    });
  };
  const { put, del, batch } = { put: db.put.bind(db), del: db.del.bind(db), batch: db.batch.bind(db) };
  db.put = (key, value, done) => guarded(done, (guardedDone) => put(key, value, guardedDone));
  db.del = (key, done) => guarded(done, (guardedDone) => del(key, guardedDone));
  db.batch = (operations, done) => guarded(done, (guardedDone) => batch(operations, guardedDone));
}
