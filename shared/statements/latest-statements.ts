import type { ListedStatement } from '../store/statement-files.ts';

/**
 * The statement of each month between two that counts: the final one, else the last provisional one. Those whose
 * files are still being written are passed over.
 *
 * @param listed as `listStatements` gives them
 */
export function latestStatements(listed: readonly ListedStatement[]): ListedStatement[] {
  const complete = listed.filter((statement) => statement.complete);
  const byMonth = Map.groupBy(
    complete,
    ({ commissioner, provider, month }) => `${month} ${commissioner} ${provider}`,
  );
  return [...byMonth.values()].flatMap((ofMonth) => {
    const latest = ofMonth.find(({ provisionalOn }) => provisionalOn === undefined) ?? ofMonth.at(-1);
    return latest ?? [];
  });
}
