import { dayOf } from '../records/london.ts';
import { type ChangeCount, changeCount } from './change/record-changes.ts';
import { readPlacementsEndedFrom } from './compute.ts';
import type { Moved } from './document.ts';
import { periodOf } from './period.ts';
import type { PersonRecords, StoredRecord } from './person-records.ts';
import { readHistory } from './read-history.ts';
import { readReflections, workersSeen } from './read-reflections.ts';
import { readUnattached } from './read-unattached.ts';

/** The same records as they were known at two instants. */
export type Between<Records> = { readonly before: Records; readonly now: Records };

/** Counts what came, changed and went of a month's records; people go in each once and whole, and are let go. */
export type MonthChanges = {
  readonly addPerson: (person: Between<PersonRecords>) => void;
  readonly addUnattached: (records: Between<readonly StoredRecord[]>) => void;
  /** After all others: whose they are is known by then. */
  readonly addReflections: (records: Between<readonly StoredRecord[]>) => void;
  readonly conclude: () => Moved['records'];
};

/**
 * What changed between two instants in the records that one commissioner's month is made of: those that belong to it,
 * cut to the month's last day, as `outcomeComputation` reads them.
 */
export function monthChanges(commissioner: string, month: string): MonthChanges {
  const period = periodOf(month);
  const endedFromDay = dayOf(readPlacementsEndedFrom(month));
  const counting: ChangeCount = changeCount();
  const workers = { before: new Set<string>(), now: new Set<string>() };

  const linesOf = (person: PersonRecords, seen: Set<string>): readonly string[] => {
    const reading = readHistory(person, commissioner, period, endedFromDay);
    if (reading === undefined) return [];
    const { sessions, provider } = reading.history;
    for (const worker of workersSeen(sessions, provider, period)) seen.add(worker);
    return reading.input;
  };
  return {
    addPerson: ({ before, now }) => {
      counting.compare(linesOf(before, workers.before), linesOf(now, workers.now));
    },
    addUnattached: ({ before, now }) => {
      const lines = (records: readonly StoredRecord[], seen: Set<string>): readonly string[] => {
        const { facts, input } = readUnattached(records, commissioner, period);
        for (const session of facts.sessions)
          for (const worker of workersSeen([session], session.provider, period)) seen.add(worker);
        return input;
      };
      counting.compare(lines(before, workers.before), lines(now, workers.now));
    },
    addReflections: ({ before, now }) => {
      counting.compare(
        readReflections(before, workers.before, period).input,
        readReflections(now, workers.now, period).input,
      );
    },
    conclude: counting.conclude,
  };
}
