import * as z from 'zod';
import { outcomeComputation } from '../../shared/outcomes/compute.ts';
import { disclose } from '../../shared/outcomes/disclosure.ts';
import type { Measure } from '../../shared/outcomes/measure.ts';
import { isStoredRecord } from '../../shared/store/stored-record.ts';
import { CROWD_MONTH } from '../crowd/crowd.ts';
import { digestOf } from './digest.ts';
import { readPages } from './read-pages.ts';
import { tell } from './told.ts';

const pageSchema = z.custom<{ provider: string; person?: string; items: readonly unknown[] }>();

const split = { parse: 0, observe: 0, conclude: 0, disclose: 0 };

function during<Result>(part: keyof typeof split, work: () => Result): Result {
  const start = performance.now();
  const result = work();
  split[part] += (performance.now() - start) / 1000;
  return result;
}

/** Computes the month from the prepared pages of the folder that the process was told, and tells its figures. */
export function computeMonth(chosen: { readonly measures?: readonly Measure[] }): void {
  const [folder = ''] = process.argv.slice(2);
  const commissioner = { code: 'northshire', name: 'Northshire', disclosure: 'lt5' as const };
  const computation = outcomeComputation({ commissioner, month: CROWD_MONTH, targets: [], ...chosen });
  for (const page of readPages(folder)) {
    const { provider, person, items } = during('parse', () => pageSchema.parse(JSON.parse(page)));
    during('observe', () => {
      const records = items.filter(isStoredRecord);
      if (person !== undefined) {
        computation.add({ provider, personRef: person, records });
        return;
      }
      computation.addUnattached(records);
      computation.addReflections(records);
    });
  }
  const { computed, records, people } = during('conclude', computation.conclude);
  const document = during('disclose', () =>
    disclose(computed, { revision: 1, asAt: '2026-11-05T06:00:00.000Z' }),
  );
  tell({ digest: digestOf(document), split, note: `${records} records of ${people} people` });
}
