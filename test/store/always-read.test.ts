import { expect, test } from 'vitest';
import { readPlacementsEndedFrom } from '../../shared/outcomes/compute.ts';
import { dayOf } from '../../shared/records/london.ts';
import { ALWAYS_READ_DAYS } from '../../shared/store/put-record.ts';

test('a month reads at least as far back as the store relies on when it drops a former index entry', () => {
  const lastDay = dayOf('2026-10-31');
  expect(lastDay - dayOf(readPlacementsEndedFrom('2026-10'))).toBeGreaterThanOrEqual(ALWAYS_READ_DAYS);
});
