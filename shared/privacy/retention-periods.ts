import type { RecordTypeName } from '../records/registry.ts';

/** How long records of a type are kept. */
export type RetentionPeriod = {
  readonly months: number;
  /**
   * From when: `last-seen` is the last date known of the person, the end of their last placement or whatever was
   * recorded later; a record that names nobody counts from its own date. `own-date` is the record's date in any case.
   */
  readonly countedFrom: 'last-seen' | 'own-date';
  readonly source: string;
};

export type RetentionPeriods = Readonly<Record<RecordTypeName, RetentionPeriod>>;

const adultRecord: RetentionPeriod = {
  months: 96,
  countedFrom: 'last-seen',
  source:
    'NHS England, Records Management Code of Practice, retention schedule: adult health records, 8 years after the person was last seen. To be confirmed by the data controller.',
};

/** What holds from a day on, oldest first. A change of policy is a new entry, never a change of an old one. */
const schedule: readonly { readonly validFrom: string; readonly periods: RetentionPeriods }[] = [
  {
    validFrom: '2026-01-01',
    periods: {
      placement: adultRecord,
      session: adultRecord,
      test: adultRecord,
      lapse: adultRecord,
      milestone: adultRecord,
      review: adultRecord,
      reflection: {
        months: 24,
        countedFrom: 'own-date',
        source: 'Decision of this project: a reflection is for learning, not for the record of a worker.',
      },
    },
  },
];

/** The periods that hold on a date; before the first entry those of the first. */
export function retentionPeriodsOn(date: string): RetentionPeriods {
  const [first, ...later] = schedule;
  if (first === undefined) throw new Error('no retention period was ever decided');
  return (later.findLast(({ validFrom }) => validFrom <= date) ?? first).periods;
}
