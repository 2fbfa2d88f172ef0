import {
  outcomeComputation,
  type OutcomeResult,
  type OutcomeSettings,
} from '../../shared/outcomes/compute.ts';
import type { ComputedMeasure } from '../../shared/outcomes/computed.ts';
import { disclose } from '../../shared/outcomes/disclosure.ts';
import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import type { PersonRecords, StoredRecord } from '../../shared/outcomes/person-records.ts';

/** What a computation is given: people, what names no person, and settings other than Northshire's. */
type Given = Partial<OutcomeSettings> & {
  readonly people: readonly PersonRecords[];
  readonly unattached?: readonly StoredRecord[];
  readonly reflections?: readonly StoredRecord[];
};

/** Computes a month of Northshire, October 2026 unless told otherwise. */
export function compute({
  people,
  unattached = [],
  reflections = [],
  month = '2026-10',
  targets = [],
  providers = {},
  commissioner = { code: 'northshire', name: 'Northshire County Council', disclosure: 'lt5' },
}: Given): OutcomeResult {
  const computation = outcomeComputation({ commissioner, month, targets, providers });
  people.forEach(computation.add);
  computation.addUnattached(unattached);
  computation.addReflections(reflections);
  return computation.conclude();
}

/** One measure as computed, before anything is withheld. */
export function computeMeasure(id: string, given: Given): ComputedMeasure {
  const measure = compute(given).computed.measures[id];
  if (measure === undefined) throw new Error(`no measure ${id}`);
  return measure;
}

/** The outcome document of a month. */
export function documentOf(given: Given): OutcomeDocument {
  return disclose(compute(given).computed, { revision: 1, asAt: '2026-11-05T06:00:00.000Z' });
}
