import { isDeepStrictEqual } from 'node:util';
import { type Past, stateAfter } from './past.ts';
import { inWords, type State } from './state.ts';

/** A record by whose it is: of one person, at one provider. */
export type Target = {
  readonly provider: string;
  readonly type: string;
  readonly id: string;
  readonly personRef: string;
};

/** What is done to a record: its past afterwards, by that before. */
export type Change = { readonly target: Target; readonly next: (past: Past) => Past };

/** A record, and every past that it may have. */
export type Known = Target & { pasts: readonly Past[] };

/** What has to be there whole or not at all, each record as it was before or as it is after. */
type Whole = {
  readonly what: string;
  readonly members: readonly { readonly key: string; readonly before: State; readonly after: State }[];
};

/** What is known of what was sent: by what was acknowledged, and what was sent and not answered. */
export type Oracle = {
  readonly records: ReadonlyMap<string, Known>;
  readonly wholes: ReadonlySet<Whole>;
  /** People whose erasure was acknowledged, as `<provider> <personRef>`, and its id. */
  readonly erased: ReadonlyMap<string, string>;
  /** What was answered and cannot be. */
  readonly complaints: readonly string[];
  readonly complain: (complaint: string) => void;
  /** What there may be of a record. */
  readonly possible: (target: Target) => readonly State[];
  /** A change was acknowledged, with the version that was told. */
  readonly acknowledge: (change: Change, version: number) => void;
  /** Changes were sent and not answered; `whole` says that they are made all or none. The answer settles them. */
  readonly doubt: (changes: readonly Change[], whole?: string) => Doubt;
  readonly acknowledgeErasure: (person: Pick<Target, 'provider' | 'personRef'>, id: string) => void;
};

/** Changes that may have been made. */
export type Doubt = { readonly settle: () => void };

export const keyOf = ({ provider, type, id }: Target): string => `${provider} ${type} ${id}`;

/** An oracle that knows of nothing yet. */
export function newOracle(): Oracle {
  const records = new Map<string, Known>();
  const wholes = new Set<Whole>();
  const erased = new Map<string, string>();
  const complaints: string[] = [];
  const known = (target: Target): Known => {
    const found = records.get(keyOf(target)) ?? { ...target, pasts: [[]] };
    records.set(keyOf(target), found);
    return found;
  };

  return {
    records,
    wholes,
    erased,
    complaints,
    complain: (complaint) => void complaints.push(complaint),
    possible: (target) => (records.get(keyOf(target))?.pasts ?? [[]]).map(stateAfter),
    acknowledge: ({ target, next }, version) => {
      const record = known(target);
      const made = distinct(record.pasts.map(next));
      const told = made.filter((past) => past.length > 0 && past.length === version);
      if (told.length === 0) {
        const states = made.map((past) => inWords(stateAfter(past))).join(' or ');
        complaints.push(`${keyOf(target)}: answered version ${version}, where it had to be ${states}`);
      }
      record.pasts = (told.length === 0 ? made : told).slice(0, 1);
    },
    doubt: (changes, whole) => {
      const members = changes.map(({ target, next }) => {
        const record = known(target);
        const [before = []] = record.pasts;
        record.pasts = distinct([...record.pasts, ...record.pasts.map(next)]);
        return { key: keyOf(target), before: stateAfter(before), after: stateAfter(next(before)) };
      });
      if (whole === undefined) return { settle: () => undefined };
      const group: Whole = { what: whole, members };
      wholes.add(group);
      return { settle: () => void wholes.delete(group) };
    },
    acknowledgeErasure: ({ provider, personRef }, id) => {
      erased.set(`${provider} ${personRef}`, id);
      for (const record of records.values())
        if (record.provider === provider && record.personRef === personRef) record.pasts = [[]];
    },
  };
}

const distinct = (pasts: readonly Past[]): Past[] =>
  pasts.filter((past, at) => pasts.findIndex((other) => isDeepStrictEqual(past, other)) === at);
