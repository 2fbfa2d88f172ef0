import type { LeftOut, LeftOutRule } from './left-out.ts';
import type { Made } from './made.ts';
import { placementRecords } from './placement-records.ts';
import { sessionRecords } from './session-records.ts';
import { staysOf, type Stay } from './stays.ts';
import { testRecords } from './test-records.ts';
import type { TrialPerson } from './trial-people.ts';
import { type VisitDay, visitDays } from './visit-days.ts';

/** What became of a person's rows: records, and what is in none, by which rule. */
export type Mapped = { readonly made: Made[]; readonly leftOut: LeftOut[] };

/** Maps a person by the rules in docs/examples/ctn0094.md. Nothing is mended: what is wrong is for the interface to refuse. */
export function mapPerson(person: TrialPerson): Mapped {
  const { attended, absent } = visitDays(person);
  const stays = staysOf(person.phases, attended, absent);
  const told = new Set(stays.flatMap((stay) => stay.told));
  const untold = absent.filter(({ visits }) => !visits.some(({ row }) => told.has(row)));
  const byRule = Map.groupBy(untold, (day) => ruleAgainst(day, stays));
  const due = byRule.get(undefined) ?? [];
  return {
    made: [
      ...placementRecords(person, stays),
      ...sessionRecords(person, attended, 'attended'),
      ...sessionRecords(person, due, 'did-not-attend'),
      ...testRecords(person, { attended, absent: due }, stays),
    ],
    leftOut: [
      ...[...byRule].flatMap(([rule, days]) =>
        rule === undefined
          ? []
          : leave(
              rule,
              days.flatMap(({ visits }) => visits),
            ),
      ),
      ...leave('L3', person.ratings),
      ...leave('L4', person.detox),
    ],
  };
}

function leave(rule: LeftOutRule, rows: readonly Pick<LeftOut, 'row'>[]): LeftOut[] {
  return rows.map(({ row }) => ({ row, rule }));
}

/** The rule by which a visit that did not happen is no record; undefined when it was due, or nobody can tell. */
function ruleAgainst({ day, visits }: VisitDay, stays: readonly Stay[]): LeftOutRule | undefined {
  if (day === undefined) return visits.every(({ what }) => what === 'MISSING') ? 'L2' : undefined;
  const [first] = stays;
  const before = first === undefined || day < first.startDay;
  const open = stays.some(({ startDay, endDay }) => startDay <= day && day <= endDay);
  return before || open ? undefined : 'L1';
}
