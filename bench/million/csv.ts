import type { BenchRecord } from '../crowd/bench-record.ts';

/** The columns of each type's file, flat, as a provider's own system would export them. */
export const CSV_COLUMNS = {
  placement: [
    ...['id', 'provider', 'personRef', 'commissioner', 'service', 'referredOn', 'startsOn', 'plannedEndOn'],
    ...[
      'endedOn',
      'endReason',
      'funding',
      'goal',
      'substances',
      'sex',
      'ageBand',
      'intervention',
      'children',
    ],
  ],
  session: [
    ...['id', 'provider', 'personRef', 'kind', 'startsAt', 'attendance', 'workers', 'topics', 'family'],
    'groupRef',
  ],
  test: [
    ...['id', 'provider', 'personRef', 'collectedAt', 'matrix', 'reason', 'status'],
    ...['opiates', 'opiatesExplained', 'alcohol'],
  ],
  lapse: [
    ...[
      'id',
      'provider',
      'personRef',
      'openedOn',
      'source',
      'substance',
      'outcome',
      'returnedOn',
      'closedOn',
    ],
  ],
} as const satisfies Partial<Record<BenchRecord['type'], readonly string[]>>;

/** A record's row; nothing in it needs quotes. */
export function csvRow(provider: string, record: BenchRecord): string {
  const cells: Readonly<Record<string, unknown>> = {
    ...record.data,
    ...flat(record),
    id: record.id,
    provider,
  };
  const columns: readonly string[] = isWritten(record.type) ? CSV_COLUMNS[record.type] : [];
  return columns.map((column) => cellOf(cells[column])).join(',');
}

function isWritten(type: BenchRecord['type']): type is keyof typeof CSV_COLUMNS {
  return type in CSV_COLUMNS;
}

/** What is nested in a record, in columns of its own. */
function flat({ type, data }: BenchRecord): Record<string, unknown> {
  if (type === 'session') return { family: data.family?.map(({ ref }) => ref) };
  if (type !== 'test') return {};
  const of = (substance: string) => data.results?.find((one) => one.substance === substance);
  return {
    opiates: of('opiates')?.result,
    opiatesExplained: of('opiates')?.explained,
    alcohol: of('alcohol')?.result,
  };
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(';');
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}
