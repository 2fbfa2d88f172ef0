import type { PersonHistory } from '../outcomes/person-history.ts';
import { type Period, periodOf } from '../outcomes/period.ts';
import { dayOf } from '../records/london.ts';
import type { RecordTypeName } from '../records/registry.ts';
import { monthsLater } from './months-later.ts';
import { unusualVolume, USUAL_MONTHS, type VolumeFinding } from './volume.ts';

/** That a provider's records of a type are far from usual in number, and how many people are behind that. */
export type ProviderVolume = {
  readonly provider: string;
  readonly type: RecordTypeName;
  readonly found: VolumeFinding;
  /** The distinct people of whom there are such records in the month, and in the months that say what is usual. */
  readonly people: { readonly inMonth: number; readonly before: number };
};

/** How many records of one type, and of how many people, by month: the months before in order, then the month. */
type Series = { readonly records: number[]; inMonth: number; before: number };

/** The number of records of people, by provider and type; histories go in, each once, and are let go. */
export type VolumeCount = {
  readonly add: (history: PersonHistory) => void;
  readonly conclude: () => ProviderVolume[];
};

/**
 * Compares the month's number of records of each type and provider with the six months before, as far as the records
 * are of one commissioner's people. A placement is of the month of its referral; a provider's first month is that of its
 * first record here.
 */
export function countVolumes({ month, lastDay }: Period): VolumeCount {
  const months = USUAL_MONTHS.looked;
  const starts = Array.from(
    { length: months + 1 },
    (_, i) => periodOf(monthsLater(month, i - months)).firstDay,
  );
  const providers = new Map<string, Map<RecordTypeName, Series>>();
  const seriesOf = (provider: string, type: RecordTypeName): Series => {
    const types = providers.get(provider) ?? new Map<RecordTypeName, Series>();
    providers.set(provider, types);
    const series = types.get(type) ?? { records: starts.map(() => 0), inMonth: 0, before: 0 };
    types.set(type, series);
    return series;
  };
  const count = (provider: string, type: RecordTypeName, days: readonly number[]): void => {
    const series = seriesOf(provider, type);
    const indexes = days
      .filter((day) => day <= lastDay)
      .map((day) => starts.findLastIndex((start) => start <= day))
      .filter((index) => index >= 0);
    for (const index of indexes) series.records[index] = (series.records[index] ?? 0) + 1;
    if (indexes.includes(months)) series.inMonth += 1;
    if (indexes.some((index) => index < months)) series.before += 1;
  };
  return {
    add: ({ provider, placements, waiting, sessions, tests, lapses, milestones, reviews }) => {
      const referred = [...placements, ...waiting].map(({ data }) => dayOf(data.referredOn));
      count(provider, 'placement', referred);
      const facts = [
        ['session', sessions],
        ['test', tests],
        ['lapse', lapses],
        ['milestone', milestones],
        ['review', reviews],
      ] as const;
      for (const [type, own] of facts)
        count(
          provider,
          type,
          own.map(({ day }) => day),
        );
    },
    conclude: () =>
      [...providers]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([provider, types]) => {
          const first = Math.min(...[...types.values()].map(({ records }) => firstKnown(records)));
          return [...types].flatMap(([type, { records, inMonth, before }]) => {
            const volume = unusualVolume(records.at(-1) ?? 0, records.slice(first, -1));
            return volume === undefined
              ? []
              : [{ provider, type, found: volume.found, people: { inMonth, before } }];
          });
        }),
  };
}

/** The first month with any record. */
function firstKnown(records: readonly number[]): number {
  const first = records.findIndex((count) => count > 0);
  return first < 0 ? records.length : first;
}
