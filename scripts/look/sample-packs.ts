import { crowd } from '../../bench/crowd/crowd.ts';
import type { BenchGroup } from '../../bench/crowd/bench-record.ts';
import { withTrends } from '../../shared/outcomes/change/with-trends.ts';
import { outcomeComputation } from '../../shared/outcomes/compute.ts';
import { disclose } from '../../shared/outcomes/disclosure.ts';
import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import type { StoredRecord } from '../../shared/outcomes/person-records.ts';
import type { Target } from '../../shared/outcomes/target.ts';
import { periodsBetween } from '../../shared/report/periods.ts';

type Sample = { readonly name: string; readonly make: () => OutcomeDocument };

/** The benchmarks' people have about so many records each. */
const RECORDS_EACH = 58;

const LONG = {
  commissioner:
    'Northshire and Wold Valley Combined Authority Joint Commissioning Board for Drug and Alcohol Treatment, Recovery and Family Services',
  provider: (number: number) =>
    `Harbour House Community Interest Company for Family Recovery, Site ${number}`,
};

/** Packs of every size: of nobody, of twenty people, of five thousand; and of two hundred under long names. */
export const samplePacks: readonly Sample[] = [
  { name: 'nobody', make: () => packOf({ people: 0, providers: 1, months: 1 }) },
  { name: 'twenty-people', make: () => packOf({ people: 20, providers: 1, months: 16 }) },
  { name: 'five-thousand-people', make: () => packOf({ people: 5_000, providers: 8, months: 14 }) },
  {
    name: 'long-names',
    make: () =>
      packOf({ people: 200, providers: 3, months: 16, name: LONG.commissioner, nameOf: LONG.provider }),
  },
];

type Size = {
  readonly people: number;
  readonly providers: number;
  /** How many months were issued, the last one included. */
  readonly months: number;
  readonly name?: string;
  readonly nameOf?: (provider: number) => string;
};

/** The pack of October 2026, its points over time from the months before as they would have been issued. */
function packOf({ months, ...size }: Size): OutcomeDocument {
  const groups = [...crowd(size.people * RECORDS_EACH)];
  const issued: OutcomeDocument[] = [];
  for (const month of periodsBetween('2024-11', '2026-10').slice(-months))
    issued.push(monthOf(month, groups, size, issued));
  const last = issued.at(-1);
  if (last === undefined) throw new Error('A pack is of a month.');
  return last;
}

function monthOf(
  month: string,
  groups: readonly BenchGroup[],
  {
    providers,
    name = 'Northshire County Council',
    nameOf = (number) => `Provider ${number}`,
  }: Omit<Size, 'months'>,
  issued: readonly OutcomeDocument[],
): OutcomeDocument {
  const numbers = Array.from({ length: providers }, (_, i) => i);
  const computation = outcomeComputation({
    commissioner: { code: 'northshire', name, disclosure: 'lt5' },
    month,
    targets,
    providers: Object.fromEntries(numbers.map((number) => [`provider-${number}`, nameOf(number + 1)])),
  });
  for (const { provider: at, person, records } of groups) {
    const provider = `provider-${Number(at.replace(/\D/g, '')) % providers}`;
    const stored = records.map((record): StoredRecord => ({ ...record, provider, hash: record.id }));
    if (person === undefined) computation.addUnattached(stored);
    else computation.add({ provider, personRef: person, records: stored });
  }
  const { computed } = computation.conclude();
  const document = disclose(computed, { revision: 1, asAt: '2026-11-05T06:00:00.000Z', before: issued });
  return withTrends(document, computed, issued);
}

/** What a contract might ask of the four headlines. */
const targets: readonly Target[] = (
  [
    ['abstinence-retention', 0.6],
    ['lapse-recovery', 0.5],
    ['family-engagement', 0.35],
    ['volunteer-progression', 0.5],
  ] as const
).map(([measure, value]) => ({
  commissioner: 'northshire',
  measure,
  value,
  direction: 'at-least',
  validFrom: '2024-01-01',
  source: 'Sample contract, schedule 2',
}));
