import { dateOfDay } from '../../shared/records/london.ts';
import type { SentRecord } from '../api-client.ts';
import type { Random } from './random.ts';
import type { DemoCommissioner, DemoProvider } from './services.ts';
import { groupAt, isOpen, nextWeekday, slots } from './timetable.ts';
import { groupWorkers } from './workers.ts';

/**
 * Grandparents and others who bring up the children and have no service user here: their group every five weeks,
 * and one of them who goes on to volunteer.
 */
export function kinshipCarers(
  provider: DemoProvider,
  commissioner: DemoCommissioner,
  days: { readonly from: number; readonly to: number },
  carers: number,
  random: Random,
): SentRecord[] {
  const stem = `${provider.prefix}-${commissioner.block.id.slice(0, 2)}`;
  const refs = Array.from({ length: carers }, (_, index) => `${stem}-K${String(index + 1).padStart(2, '0')}`);
  const records: SentRecord[] = [];
  for (let from = days.from + 5; from <= days.to; from += 35) {
    const day = nextWeekday(from, slots.carers.weekday);
    const came = refs.filter(() => random.chance(0.6));
    if (day > days.to || !isOpen(day) || came.length === 0) continue;
    records.push({
      type: 'session',
      id: `${stem}-KS-${dateOfDay(day)}`,
      commissioner: commissioner.code,
      ...groupAt(provider.prefix, slots.carers, day),
      attendance: 'family-only',
      workers: groupWorkers(provider, day),
      family: came.map((ref) => ({ ref, relationship: 'carer' })),
    });
  }
  const [volunteer] = refs;
  if (volunteer !== undefined)
    records.push({
      type: 'milestone',
      id: `${stem}-KM-1`,
      familyRef: volunteer,
      commissioner: commissioner.code,
      step: 'voluntary-placement-started',
      reachedOn: dateOfDay(days.from + random.between(150, 300)),
      evidence: 'verified',
    });
  return records;
}
