import { dateOfDay } from '../../records/london.ts';
import { FAMILY_KINDS } from '../family/supported.ts';
import type { Fact } from '../person-history.ts';

type Session = Fact<'session'>;

/** Sessions that a person was to have, by what became of them. */
export type AttendanceCounts = Readonly<
  Record<'attended' | 'didNotAttend' | 'cancelledByClient' | 'cancelledByService', number>
>;

type Kind = Session['data']['kind'];
type FamilyKind = (typeof FAMILY_KINDS)[number];

/** A kind of session; those for family are one, since their own names say who in the family comes. */
export type ReportedKind = Exclude<Kind, FamilyKind> | 'family';

export type AttendanceFacts = {
  readonly all: AttendanceCounts;
  /** Only months with such a session, in order: `2026-10`. */
  readonly byMonth: readonly (AttendanceCounts & { readonly month: string })[];
  /** By the name of the kind. */
  readonly byKind: readonly (AttendanceCounts & { readonly kind: ReportedKind })[];
};

/** How somebody attended: sessions that only their family attended are not theirs. */
export function attendanceFacts(sessions: readonly Session[]): AttendanceFacts {
  const own = sessions.filter(({ data }) => data.attendance !== 'family-only');
  const byMonth = Map.groupBy(own, ({ day }) => dateOfDay(day).slice(0, 7));
  const byKind = Map.groupBy(own, ({ data }) => reportedKind(data.kind));
  return {
    all: countsOf(own),
    byMonth: [...byMonth].map(([month, of]) => ({ month, ...countsOf(of) })),
    byKind: [...byKind]
      .map(([kind, of]) => ({ kind, ...countsOf(of) }))
      .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  };
}

const reportedKind = (kind: Kind): ReportedKind => (isForFamily(kind) ? 'family' : kind);

const isForFamily = (kind: Kind): kind is FamilyKind => FAMILY_KINDS.some((one) => one === kind);

function countsOf(sessions: readonly Session[]): AttendanceCounts {
  const count = (attendance: Session['data']['attendance']) =>
    sessions.filter(({ data }) => data.attendance === attendance).length;
  return {
    attended: count('attended'),
    didNotAttend: count('did-not-attend'),
    cancelledByClient: count('cancelled-by-client'),
    cancelledByService: count('cancelled-by-service'),
  };
}
