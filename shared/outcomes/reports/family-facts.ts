import { dateOfDay } from '../../records/london.ts';
import { FAMILY_WORKSHOP_TOPICS } from '../../records/session.ts';
import { isForFamily } from '../family/is-for-family.ts';
import type { Fact } from '../person-history.ts';

/** The family's part in a placement, as numbers of sessions: nobody of them is told apart or named. */
export type FamilyFacts = {
  /** Sessions that were for family or that family attended. */
  readonly sessions: number;
  /** Those that family attended without the person. */
  readonly withoutPerson: number;
  /** Those at which children were. */
  readonly withChildren: number;
  /** The London dates of the first and the last; absent where there was none. */
  readonly firstOn?: string;
  readonly lastOn?: string;
  /** The topics of family workshops that were worked on in them, in the order of the programme. */
  readonly topics: readonly (typeof FAMILY_WORKSHOP_TOPICS)[number][];
};

/** What the family took part in. */
export function familyFacts(sessions: readonly Fact<'session'>[]): FamilyFacts {
  const own = sessions.filter(isForFamily);
  const [first, last] = [own.at(0), own.at(-1)];
  return {
    sessions: own.length,
    withoutPerson: own.filter(({ data }) => data.attendance === 'family-only').length,
    withChildren: own.filter(({ data }) => (data.childrenPresent ?? 0) > 0).length,
    ...(first && { firstOn: dateOfDay(first.day) }),
    ...(last && { lastOn: dateOfDay(last.day) }),
    topics: FAMILY_WORKSHOP_TOPICS.filter((topic) =>
      own.some(({ data }) => data.topics?.includes(topic) === true),
    ),
  };
}
