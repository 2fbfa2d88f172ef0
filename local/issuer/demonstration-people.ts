import { createHash } from 'node:crypto';
import { groupOf, type PartyKind, type Role, roles } from '../../shared/platform/roles.ts';

/** Somebody who can sign in on one machine. Nobody is behind them: they are named after what they do. */
export type DemonstrationPerson = {
  /** Their id, the same at every start: a UUID, as Cognito's are. */
  readonly sub: string;
  readonly name: string;
  readonly group: string;
  /** For whom they work, as its heading. */
  readonly of: string;
  readonly scopes: readonly string[];
};

/** Somebody people work for: the operator, or an entry of a registry. */
export type NamedParty = { readonly kind: PartyKind; readonly code?: string; readonly name: string };

const TITLES: Readonly<Record<(typeof roles)[number]['role'], string>> = {
  administrator: 'Administrator',
  approver: 'approver',
  reader: 'Reader',
  finance: 'Finance officer',
  records: 'Records officer',
  worker: 'Worker',
};

/** A pack is released by two, so there are two of those who approve. */
const ORDINALS: Readonly<Partial<Record<Role['role'], readonly string[]>>> = {
  approver: ['First ', 'Second '],
};

/**
 * One person for each role of each party, and two approvers.
 *
 * @example demonstrationPeople([{ kind: 'referrer', code: 'team-1', name: 'Team 1' }]) // [{ name: 'Worker of Team 1', … }]
 */
export function demonstrationPeople(parties: readonly NamedParty[]): DemonstrationPerson[] {
  return parties.flatMap(({ kind, code, name }) =>
    roles
      .filter(({ party }) => party === kind)
      .flatMap(({ party, role, scopes }) => {
        const group = groupOf({ party, role }, code);
        return (ORDINALS[role] ?? ['']).map((ordinal, index) => ({
          sub: subOf(group, index + 1),
          name: `${ordinal}${TITLES[role]} of ${name}`,
          ...{ group, of: name, scopes },
        }));
      }),
  );
}

/**
 * The id of the person of this number in a group: the first bits of a hash, in the form of a UUID of version 8, whose
 * bits are whatever its maker likes (RFC 9562).
 *
 * @example subOf('operator/approver', 2) // always the same, and another than that of 1
 */
export function subOf(group: string, number: number): string {
  const bytes = createHash('sha256').update(`${group}#${number}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
