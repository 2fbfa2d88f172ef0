import { londonDate } from '../../shared/records/london.ts';
import type { SentRecord } from '../api-client.ts';

/** A record as it stands on a date, or nothing when what it states has not happened yet. */
export function knownBy(record: SentRecord, lastDate: string): SentRecord[] {
  switch (record.type) {
    case 'placement':
      if (record.referredOn > lastDate) return [];
      return record.endedOn !== undefined && record.endedOn > lastDate
        ? [{ ...record, endedOn: undefined, endReason: undefined }]
        : [record];
    case 'lapse': {
      if (record.openedOn > lastDate) return [];
      const endsOn = record.returnedOn ?? record.closedOn;
      return endsOn !== undefined && endsOn > lastDate
        ? [{ ...record, outcome: 'open', returnedOn: undefined, closedOn: undefined, referredTo: undefined }]
        : [record];
    }
    case 'session':
      return londonDate(record.startsAt) > lastDate ? [] : [record];
    case 'test':
      return londonDate(record.collectedAt) > lastDate ? [] : [record];
    case 'milestone':
      return record.reachedOn > lastDate ? [] : [record];
    case 'review':
      return record.reviewedOn > lastDate ? [] : [record];
    case 'reflection':
      return record.reflectedOn > lastDate ? [] : [record];
  }
}
