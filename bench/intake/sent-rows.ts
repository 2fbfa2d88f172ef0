const ROWS_OF_PERSON = 20;

/** A record as it is sent. */
export type Row = { readonly type: string; readonly id: string; readonly value: object };

/** So many rows, of one person every twenty: a placement each, and what was recorded of them. */
export function sentRows(batch: number, count: number): Row[] {
  return Array.from({ length: count }, (_, i): Row => {
    const personRef = `SU-${batch + 1}-${Math.floor(i / ROWS_OF_PERSON)}`;
    const id = `${batch + 1}-${i}`;
    const day = String((i % ROWS_OF_PERSON) + 6).padStart(2, '0');
    if (i % ROWS_OF_PERSON === 0) return { type: 'placement', id, value: { ...placement, personRef } };
    if (i % 4 === 1)
      return { type: 'test', id, value: { ...test, personRef, collectedAt: `2026-01-${day}T09:00:00Z` } };
    return { type: 'session', id, value: { ...session, personRef, startsAt: `2026-01-${day}T10:00:00Z` } };
  });
}

const placement = {
  ...{ commissioner: 'northshire', service: 'day-programme', funding: 'spot', goal: 'abstinence' },
  ...{ referredOn: '2026-01-02', startsOn: '2026-01-05', plannedEndOn: '2026-03-30', sex: 'female' },
  ...{ substances: ['alcohol'], ageBand: '35-44' },
};
const session = { kind: 'group', attendance: 'attended', workers: ['W-1'], topics: ['cravings'] };
const test = {
  ...{ matrix: 'urine', reason: 'random', status: 'provided' },
  results: [{ substance: 'alcohol', result: 'negative' }],
};
