import type { Table } from '../store/dynamo.ts';
import { changeRelease, type Named, type Release } from '../store/releases.ts';
import { auditDeeds } from './audit-deeds.ts';

/**
 * Does something with a revision. The audit has what was done before, whoever did it and was cut off, ahead of
 * anything that follows: an approval that was taken back is replaced by the next of the same person.
 *
 * @param change as `changeRelease` takes it
 */
export async function changeDeeds(
  table: Table,
  named: Named,
  change: (release: Release) => Partial<Release> | undefined,
): Promise<Release> {
  const release = await changeRelease(table, named, async (current) => {
    await auditDeeds(table, current);
    return change(current);
  });
  await auditDeeds(table, release);
  return release;
}
