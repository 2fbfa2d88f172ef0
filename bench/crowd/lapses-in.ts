import type { Random } from '../../local/demo/random.ts';
import { dateOfDay } from '../../shared/records/london.ts';
import type { BenchRecord, BenchStay } from './bench-record.ts';

/** A lapse in some stays, and after some a second one, which may come so soon that it is the same. */
export function lapsesIn(
  random: Random,
  { person, service, start, last }: BenchStay,
  stay: number,
  lastDay: number,
): BenchRecord[] {
  if (last - start < 20 || !random.chance(service === 'aftercare' ? 0.1 : 0.3)) return [];
  const lapseFrom = (opened: number, number: number) => {
    const closing = opened + random.between(2, 45);
    const known =
      closing > Math.min(last, lastDay)
        ? 'open'
        : random.weighted({ open: 2, recovered: 6, relapsed: 2, exited: 1 });
    const record: BenchRecord = {
      type: 'lapse',
      id: `L-${person}-${stay}-${number}`,
      data: {
        personRef: person,
        openedOn: dateOfDay(opened),
        source: random.pick(['test', 'self-report', 'worker']),
        substance: 'opiates',
        outcome: known,
        ...(known === 'recovered' ? { returnedOn: dateOfDay(closing) } : {}),
        ...(known === 'relapsed' || known === 'exited' ? { closedOn: dateOfDay(closing) } : {}),
        ...(known === 'relapsed' && random.chance(0.6) ? { referredTo: 'detox-unit' } : {}),
      },
    };
    return { record, closing, recovered: known === 'recovered' };
  };
  const first = lapseFrom(random.between(start + 3, last - 5), 0);
  const again = first.closing + random.between(2, 20);
  if (!first.recovered || again > last || !random.chance(0.4)) return [first.record];
  return [first.record, lapseFrom(again, 1).record];
}
