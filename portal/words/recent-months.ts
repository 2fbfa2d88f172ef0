/**
 * So many months up to an instant's, the latest first.
 *
 * @example recentMonths(new Date('2026-02-03'), 3) // ['2026-02', '2026-01', '2025-12']
 */
export const recentMonths = (now: Date, many: number): string[] =>
  Array.from({ length: many }, (_, ago) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7),
  );
