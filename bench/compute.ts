import * as z from 'zod';
import { outcomeComputation } from '../shared/outcomes/compute.ts';
import { disclose } from '../shared/outcomes/disclosure.ts';
import type { OutcomeDocument } from '../shared/outcomes/document.ts';
import type { PersonRecords } from '../shared/outcomes/person-records.ts';
import { isStoredRecord } from '../shared/store/stored-record.ts';
import { type BenchSettings, type Comparison, counted, growthOf, inTurns, over, timeOf } from './compare.ts';
import { CROWD_MONTH } from './crowd/crowd.ts';
import { preparedPages } from './prepared-pages.ts';
import { middleOf } from './spread.ts';

const FEW = 10_000;
const MANY = 100_000;

const pageSchema = z.custom<{ readonly person: string; readonly items: readonly unknown[] }>();

/**
 * One commissioner-month from prepared Query pages, against parsing those pages alone; and how it grows. What is
 * withheld is told apart: it takes as long for a small area as for a large one, and would make the rest seem to shrink.
 */
export async function* compute({ quick }: BenchSettings): AsyncGenerator<Comparison> {
  const turns = [FEW, MANY].flatMap((records) => {
    const pages = preparedPages(records);
    const counts = countsFrom(pages);
    return [
      () => timeOf(() => pages.map((page) => pageSchema.parse(JSON.parse(page))).length),
      () => timeOf(() => countsFrom(pages)),
      () => timeOf(() => withheldFrom(counts)),
    ];
  });
  const times = await inTurns(quick ? 1 : 9, turns);
  const [parseFew = [], countFew = [], withholdFew = [], parse = [], count = [], withhold = []] = times;
  for (const [records, floor, counting, withholding] of [
    [FEW, parseFew, countFew, withholdFew],
    [MANY, parse, count, withhold],
  ] as const) {
    const whole = counting.map((ms, round) => ms + (withholding[round] ?? NaN));
    yield {
      what: `compute, ${counted(records)} records`,
      rival: 'JSON.parse of the same pages',
      ratios: over(whole, floor),
      atMost: 1.3,
      note: `${milliseconds(whole)}, of which ${milliseconds(withholding)} for what is withheld`,
    };
    yield {
      what: `compute, ${counted(records)} records but for what is withheld`,
      rival: 'JSON.parse of the same pages',
      ratios: over(counting, floor),
    };
  }
  const sizes = `${counted(FEW)} to ${counted(MANY)} records`;
  yield growthOf(`compute, ${sizes} but for what is withheld`, 'records', MANY / FEW, over(count, countFew));
  yield {
    what: `what is withheld of ${counted(MANY)} records`,
    rival: `of ${counted(FEW)} records, which are as many small numbers`,
    ratios: over(withhold, withholdFew),
  };
}

const milliseconds = (times: readonly number[]) => `${counted(Math.round(middleOf(times)))} ms`;

/** The outcome document of a commissioner whose records are in prepared pages. */
export const computeFrom = (pages: readonly string[], month = CROWD_MONTH): OutcomeDocument =>
  withheldFrom(countsFrom(pages, month));

function countsFrom(pages: readonly string[], month = CROWD_MONTH) {
  const commissioner = { code: 'northshire', name: 'Northshire', disclosure: 'lt5' as const };
  const computation = outcomeComputation({ commissioner, month, targets: [] });
  for (const page of pages) {
    const { person, items } = pageSchema.parse(JSON.parse(page));
    const records: PersonRecords = {
      provider: 'bench',
      personRef: person,
      records: items.filter(isStoredRecord),
    };
    computation.add(records);
  }
  return computation.conclude().computed;
}

const withheldFrom = (computed: ReturnType<typeof countsFrom>): OutcomeDocument =>
  disclose(computed, { revision: 1, asAt: '2026-11-05T06:00:00.000Z' });
