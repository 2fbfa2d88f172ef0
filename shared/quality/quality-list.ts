import { measures } from '../outcomes/measures/registry.ts';
import { dateOfDay } from '../records/london.ts';
import type { PersonFault } from './check-person.ts';
import { MEASURES_OF_TYPE } from './measures-of-type.ts';
import type { QualityGroup, RecordName } from './quality-rule.ts';
import { qualityRules } from './registry.ts';

/** One fault, with everything that somebody who is to mend it needs to know. */
export type Finding = RecordName & {
  readonly rule: string;
  readonly group: QualityGroup;
  readonly title: string;
  /** Whose record it is; absent of records that name nobody. */
  readonly personRef?: string;
  /** From which day on it has been wrong, and how many days that is today. */
  readonly since: string;
  readonly ageDays: number;
  /** Other records that it is about. */
  readonly also: readonly RecordName[];
  /** The ids of the measures whose figures it touches. */
  readonly touches: readonly string[];
  readonly todo: string;
};

/** How many faults a rule found, and of how many people. */
export type RuleCount = {
  readonly rule: string;
  readonly group: QualityGroup;
  readonly title: string;
  readonly findings: number;
  readonly people: number;
};

/** What is wrong with a provider's records of a month: counts by rule, and each fault, rule by rule, oldest first. */
export type QualityList = {
  readonly counts: readonly RuleCount[];
  readonly findings: readonly Finding[];
};

/** Puts the faults of all people together. `today` is a day, counted from 1 January 1970. */
export function qualityList(faults: readonly PersonFault[], today: number): QualityList {
  const byRule = Map.groupBy(faults, ({ rule }) => rule);
  const found = qualityRules.map((rule) => ({ rule, own: onceEach(byRule.get(rule.id) ?? []) }));
  return {
    counts: found.map(({ rule: { id, group, title }, own }) => ({
      rule: id,
      group,
      title,
      findings: own.length,
      people: new Set(own.flatMap(({ personRef }) => personRef ?? [])).size,
    })),
    findings: found.flatMap(({ rule: { id, group, title, todo, touches }, own }) =>
      own.toSorted(inOrder).map(({ type, id: record, personRef, since, also = [] }) => ({
        rule: id,
        group,
        title,
        type,
        id: record,
        ...(personRef !== undefined && { personRef }),
        since: dateOfDay(since),
        ageDays: today - since,
        also,
        touches: touches === 'by-type' ? MEASURES_OF_TYPE[type] : touches,
        todo,
      })),
    ),
  };
}

/** The titles of the measures, by the ids that findings name. */
export const measureTitles: Readonly<Record<string, string>> = Object.fromEntries(
  measures.map(({ id, definition }) => [id, definition.title]),
);

/** In order, each record once: the oldest of what one rule says of it. */
function onceEach(faults: readonly PersonFault[]): PersonFault[] {
  const named = new Set<string>();
  return faults.toSorted(inOrder).filter((fault) => {
    const isNew = !named.has(nameOf(fault));
    named.add(nameOf(fault));
    return isNew;
  });
}

function inOrder(a: PersonFault, b: PersonFault): number {
  return a.since - b.since || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function nameOf({ type, id }: RecordName): string {
  return `${type}#${id}`;
}
