import { openRecords, type Row } from './open-records.ts';

/** Deletes one of two rows and is killed as soon as that is answered. */
const records = await openRecords(process.argv[2]!, (error) => {
  throw error;
});
const rows: Row[] = ['erased-of-crash', 'kept-of-crash'].map((PK) => ({ PK, SK: '1', GSI1PK: PK }));
await records.put(rows);
await records.remove(rows[0]!);
process.kill(process.pid, 'SIGKILL');
