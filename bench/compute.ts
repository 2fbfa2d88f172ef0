import * as z from 'zod';
import { outcomeComputation } from '../shared/outcomes/compute.ts';
import { disclose } from '../shared/outcomes/disclosure.ts';
import type { OutcomeDocument } from '../shared/outcomes/document.ts';
import type { PersonRecords } from '../shared/outcomes/person-records.ts';
import { isStoredRecord } from '../shared/store/stored-record.ts';
import { type BenchSettings, type Comparison, growthOf, ratiosOf } from './compare.ts';
import { preparedPages } from './prepared-pages.ts';

const FEW = 10_000;
const MANY = 100_000;

const pageSchema = z.custom<{ readonly person: string; readonly items: readonly unknown[] }>();

/** One commissioner-month from prepared Query pages, against parsing those pages alone; and how it grows. */
export async function* compute({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  for (const [records, rounds] of [
    [FEW, quick ? 1 : 15],
    [MANY, quick ? 1 : 5],
  ] as const) {
    const pages = preparedPages(records);
    const parse = () => pages.map((page) => pageSchema.parse(JSON.parse(page))).length;
    const { ratios, ms } = await ratiosOf(() => computeFrom(pages), parse, rounds);
    const each = ((ms / records) * 1000).toFixed(1);
    yield {
      what: `compute, ${records.toLocaleString('en-GB')} records`,
      rival: 'JSON.parse of the same pages',
      ratios,
      atMost: 1.3,
      note: `${each} µs a record`,
    };
  }
  const [few, many] = [preparedPages(FEW), preparedPages(MANY)];
  const { ratios } = await ratiosOf(
    () => computeFrom(many),
    () => computeFrom(few),
    quick ? 1 : 5,
  );
  yield {
    what: 'compute, growth from 10,000 to 100,000 records',
    rival: 'the number of records, as its power',
    ratios: growthOf(ratios, MANY / FEW),
    atMost: 1.1,
  };
}

/** The outcome document of a commissioner whose records are in prepared pages. */
export function computeFrom(pages: readonly string[]): OutcomeDocument {
  const commissioner = { code: 'northshire', name: 'Northshire', disclosure: 'lt5' as const };
  const computation = outcomeComputation({ commissioner, month: '2026-10', targets: [] });
  for (const page of pages) {
    const { person, items } = pageSchema.parse(JSON.parse(page));
    const records: PersonRecords = {
      provider: 'bench',
      personRef: person,
      records: items.filter(isStoredRecord),
    };
    computation.add(records);
  }
  const { computed } = computation.conclude();
  return disclose(computed, { revision: 1, asAt: '2026-11-05T06:00:00.000Z' });
}
