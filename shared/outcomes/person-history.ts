import type { RecordData } from '../records/registry.ts';
import type { Stay } from './journeys.ts';
import type { Placed } from './placed.ts';

/** What happened on one London day, and the placement of this commissioner it belongs to. */
export type Fact<Type extends keyof RecordData> = {
  readonly id: string;
  readonly day: number;
  readonly data: RecordData[Type];
  /** Undefined where the record names the commissioner and no placement of theirs covers it. */
  readonly placement: Placed | undefined;
};

/** What was recorded of one spell, from its first day to its last, in order of day. */
export type Recorded = {
  readonly sessions: readonly Fact<'session'>[];
  readonly tests: readonly Fact<'test'>[];
  readonly lapses: readonly Fact<'lapse'>[];
};

/** A journey with what was recorded of it. */
export type Journey = Stay &
  Recorded & {
    /** The day of the first attended session that is not by telephone; undefined: not started. */
    readonly dayZero: number | undefined;
  };

/** Everything one commissioner's pack may know of one person at one provider, as at the month's last day. */
export type PersonHistory = Recorded & {
  /** The person, distinct over providers. */
  readonly who: string;
  readonly provider: string;
  /** This commissioner's placements that have started, by start. */
  readonly placements: readonly Placed[];
  readonly journeys: readonly Journey[];
  /** This commissioner's placements that were referred and have not started, by id; when they are to start is not told. */
  readonly waiting: readonly Placed[];
  readonly milestones: readonly Fact<'milestone'>[];
  readonly reviews: readonly Fact<'review'>[];
  /** Reports for the referrer that were issued, by day. */
  readonly reports: readonly IssuedReport[];
};

/** A written report that was issued, on which placement. */
export type IssuedReport = { readonly day: number; readonly placement: string };

/** What names the commissioner and no service user. */
export type UnattachedFacts = {
  readonly sessions: readonly (Fact<'session'> & { readonly provider: string })[];
  readonly milestones: readonly (Fact<'milestone'> & { readonly provider: string })[];
  /** Of workers who gave one of this commissioner's people a session in the month. */
  readonly reflections: readonly (Fact<'reflection'> & { readonly provider: string })[];
};
