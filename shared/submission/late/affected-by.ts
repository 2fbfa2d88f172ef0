import type { Table } from '../../store/dynamo.ts';
import type { Submitted } from '../store-records.ts';
import type { Stored } from '../../store/put-record.ts';
import type { AffectedPack } from './affected-packs.ts';

/**
 * The issued packs that what was stored can move: `affectedPacks`, which knows every measure, and so is loaded only
 * where something came late.
 */
export async function affectedBy(
  table: Table,
  provider: string,
  stored: readonly (Submitted | Pick<Stored, 'late'>)[],
): Promise<AffectedPack[]> {
  const late = stored.flatMap((each) => ('late' in each ? [each] : []));
  if (late.length === 0) return [];
  const { affectedPacks } = await import('./affected-packs.ts');
  return affectedPacks(table, provider, late);
}
