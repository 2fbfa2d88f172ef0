import { expect, test } from 'vitest';
import { caresOf } from '../../../shared/outcomes/lapses/care.ts';
import { periodOf } from '../../../shared/outcomes/period.ts';
import type { StoredRecord } from '../../../shared/outcomes/person-records.ts';
import { readHistory } from '../../../shared/outcomes/read-history.ts';
import { aLapse, aPerson, aPlacement, aSession, aTest } from '../../support/records.ts';

const recordId = ({ id }: { readonly id: string }) => id;

/** What was recorded in each time of care, by the service, as known at the end of October 2026. */
function caresIn(...records: StoredRecord[]) {
  const reading = readHistory(aPerson(...records), 'northshire', periodOf('2026-10'), 0);
  if (reading === undefined) throw new Error('no history');
  return caresOf(reading.history).map(({ first, end, sessions, tests, lapses }) => [
    first.data.service,
    end?.reason,
    [...sessions, ...tests, ...lapses].map(recordId).join(' '),
  ]);
}

const aftercare = aPlacement({
  ...{ id: 'A', service: 'aftercare', startsOn: '2026-06-01' },
  ...{ endedOn: '2026-06-30', endReason: 'left' },
});

test('what was recorded in aftercare is of it from its first day to its last', () => {
  const days = ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'];
  const records = days.flatMap((on) => [
    aSession({ id: `S-${on}`, on, placement: 'A' }),
    aTest({ id: `T-${on}`, on }),
    aLapse({ id: `L-${on}`, openedOn: on }),
  ]);
  expect(caresIn(aftercare, ...records)).toEqual([
    ['aftercare', 'left', 'S-2026-06-01 S-2026-06-30 T-2026-06-01 T-2026-06-30 L-2026-06-01 L-2026-06-30'],
  ]);
});

test('each record is of the care that its placement is in', () => {
  const programme = aPlacement({ startsOn: '2026-01-05' });
  const named = aSession({ id: 'S-named', on: '2026-06-08', placement: 'A' });
  const other = aSession({ id: 'S-other', on: '2026-06-08' });
  expect(caresIn(programme, aftercare, named, other)).toEqual([
    ['day-programme', undefined, 'S-other'],
    ['aftercare', 'left', 'S-named'],
  ]);
});
