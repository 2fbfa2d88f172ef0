import type { Meter } from '../platform/world.ts';
import type { Submitted } from './store-records.ts';

/** Counts records that were taken in, first or as an amendment, and those that were refused; what stood is neither. */
export function countOutcomes(meter: Meter, results: readonly Pick<Submitted, 'outcome'>[]): void {
  const refused = results.filter(({ outcome }) => outcome === 'rejected').length;
  const taken = results.filter(({ outcome }) => outcome === 'created' || outcome === 'amended').length;
  meter.count('RecordsTakenIn', taken);
  meter.count('RecordsRefused', refused);
}
