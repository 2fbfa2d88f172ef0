import { hash } from 'node:crypto';
import { countVolumes } from '../quality/count-volumes.ts';
import { dateOfDay, dayOf } from '../records/london.ts';
import { canonical } from './canonical.ts';
import type { ComputedMeasure, ComputedOutcomes } from './computed.ts';
import type { OutcomeDocument } from './document.ts';
import type { Measure } from './measure.ts';
import { measures as registry } from './measures/registry.ts';
import { periodOf } from './period.ts';
import type { PersonRecords, StoredRecord } from './person-records.ts';
import { readHistory } from './read-history.ts';
import { readReflections, workersSeen } from './read-reflections.ts';
import { readUnattached } from './read-unattached.ts';
import { GAP_DAYS } from './settings.ts';
import { targetsOf, type Target } from './target.ts';

/** For whom and for when outcomes are computed. */
export type OutcomeSettings = {
  readonly commissioner: {
    readonly code: string;
    readonly name: string;
    readonly disclosure: OutcomeDocument['disclosure'];
  };
  /** `2026-10` */
  readonly month: string;
  readonly targets: readonly Target[];
  /** The names of providers by code; those that no split names are left aside. */
  readonly providers?: Readonly<Record<string, string>>;
  /** Which measures; all of them unless told. */
  readonly measures?: readonly Measure[];
};

/** What a computation gives: figures of which none is withheld yet, and what they were made of. */
export type OutcomeResult = {
  readonly computed: ComputedOutcomes;
  /** SHA-256, equal for equal input: records as at the month's last day, configuration, measure revisions. */
  readonly fingerprint: string;
  /** How many records that is. */
  readonly records: number;
  readonly people: number;
};

/** One month's computation: people go in, each once and whole, in any order, and are let go. */
export type OutcomeComputation = {
  readonly add: (person: PersonRecords) => void;
  /** Reflections of the providers' workers; again each once. */
  readonly addReflections: (records: readonly StoredRecord[]) => void;
  /** Records that name this commissioner and no person; again each once. */
  readonly addUnattached: (records: readonly StoredRecord[]) => void;
  readonly conclude: () => OutcomeResult;
};

/**
 * Begins the computation of one commissioner's month. Keeps small facts of people, not their records; the result
 * does not depend on the order in which anything arrives.
 *
 * @example
 * const computation = outcomeComputation({ commissioner, month: '2026-10', targets: [] });
 * for (const person of people) computation.add(person);
 * const { computed, fingerprint } = computation.conclude();
 */
export function outcomeComputation({
  commissioner,
  month,
  targets,
  providers: names = {},
  measures = registry,
}: OutcomeSettings): OutcomeComputation {
  const period = periodOf(month);
  const endedFromDay = dayOf(readPlacementsEndedFrom(month));
  const computations = measures.map(({ id, begin }) => ({ id, computation: begin(period) }));
  const valid = targetsOf(targets, period);
  const volumes = countVolumes(period);
  const people = new Map<string, string>();
  const unattached: string[] = [];
  const workers = new Set<string>();
  const reflections: StoredRecord[] = [];
  let records = 0;

  return {
    add: (person) => {
      const reading = readHistory(person, commissioner.code, period, endedFromDay);
      if (reading === undefined) return;
      const { history, input } = reading;
      if (people.has(history.who)) throw new Error('a person was added twice');
      people.set(history.who, digest(input));
      records += input.length;
      volumes.add(history);
      for (const worker of workersSeen(history.sessions, history.provider, period)) workers.add(worker);
      for (const { computation } of computations) computation.add(history);
    },
    addReflections: (stored) => {
      reflections.push(...stored);
    },
    addUnattached: (stored) => {
      const { facts, input } = readUnattached(stored, commissioner.code, period);
      unattached.push(...input);
      records += input.length;
      for (const session of facts.sessions)
        for (const worker of workersSeen([session], session.provider, period)) workers.add(worker);
      for (const { computation } of computations) computation.addUnattached({ ...facts, reflections: [] });
    },
    conclude: () => {
      const { facts, input } = readReflections(reflections.splice(0), workers, period);
      unattached.push(...input);
      records += input.length;
      for (const { computation } of computations)
        computation.addUnattached({ sessions: [], milestones: [], reflections: facts });
      const results = Object.fromEntries(
        computations.map(({ id, computation }) => [id, computation.conclude()]),
      );
      const providers = namesIn(results, names);
      return {
        computed: {
          commissioner: commissioner.code,
          commissionerName: commissioner.name,
          month,
          disclosure: commissioner.disclosure,
          measures: results,
          targets: valid,
          definitions: Object.fromEntries(measures.map(({ id, definition }) => [id, definition])),
          providers,
          volumes: volumes.conclude(),
        },
        fingerprint: digest([
          ...[...people].map(([who, input]) => `${who}#${input}`),
          ...unattached,
          canonical({
            commissioner,
            month,
            gapDays: GAP_DAYS,
            targets: valid,
            providers,
            revisions: measures.map(({ id, definition }) => [id, definition.revision]),
          }),
        ]),
        records,
        people: people.size,
      };
    },
  };
}

/**
 * The earliest `endedOn` of the placements that a month's computation must read: by the longest look-back of any
 * measure. People whose last placement ended before it are in no figure.
 *
 * @example readPlacementsEndedFrom('2026-10') // a date two and a half years before
 */
export function readPlacementsEndedFrom(month: string): string {
  const longest = Math.max(...registry.map(({ lookBackDays }) => lookBackDays));
  return dateOfDay(periodOf(month).lastDay - longest);
}

/** The names of the providers that any split names, by code. */
function namesIn(
  results: Readonly<Record<string, ComputedMeasure>>,
  names: Readonly<Record<string, string>>,
): Record<string, string> {
  const split = new Set(
    Object.values(results).flatMap(({ splits }) => Object.keys(splits['provider'] ?? {})),
  );
  return Object.fromEntries(
    [...split].sort().flatMap((code) => {
      const name = names[code];
      return name === undefined ? [] : [[code, name]];
    }),
  );
}

/** SHA-256 of lines, whatever their order. */
function digest(lines: readonly string[]): string {
  return hash('sha256', lines.toSorted().join('\n'));
}
