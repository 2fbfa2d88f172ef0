import { inParallel } from '../store/in-parallel.ts';
import { readVersions } from '../store/read-versions.ts';
import type { Upload } from '../store/uploads.ts';
import { recordOf } from '../submission/late/lateness.ts';
import type { Submitted } from '../submission/store-records.ts';
import type { UploadedRow } from './rows-of-slice.ts';
import type { Uploading } from './uploading.ts';

const AT_ONCE = 16;

/**
 * What an attempt that was cut off had stored already is found unchanged by the next one. Of such rows what became of
 * them then is told: what this client stored since they were begun, and in place of what where it came late.
 */
export async function asBegun(
  { table }: Uploading,
  { provider, client, mode }: Upload,
  rows: readonly UploadedRow[],
  results: readonly Submitted[],
  begunAt: string,
): Promise<Submitted[]> {
  if (mode === 'validate') return [...results];
  return inParallel(AT_ONCE, results, async (result, i) => {
    const { type = '', id } = rows[i] ?? {};
    if (result.outcome !== 'unchanged') return result;
    const versions = await readVersions(table, provider, type, String(id));
    const [former, stored] = [versions.at(-2), versions.at(-1)];
    const live = former?.withdrawn === undefined ? former : undefined;
    if (stored === undefined || stored.client !== client || stored.recordedAt < begunAt) return result;
    return {
      outcome: live === undefined ? 'created' : 'amended',
      version: stored.version,
      ...(stored.late === true && { late: { former: live, next: recordOf(stored) } }),
    };
  });
}
