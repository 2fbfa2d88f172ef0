import { codeSchema } from '../records/fields.ts';
import { type Binding, bindingSchema } from './caller.ts';
import type { Scope } from './routes.ts';

/** To whom people can be bound; all but the operator have codes. */
export type PartyKind = 'operator' | 'commissioner' | 'provider' | 'referrer';

/** What the members of one kind of group may do. */
export type Role = {
  readonly party: PartyKind;
  readonly role: string;
  readonly scopes: readonly Scope[];
};

/** Every role of people, once; docs/people.md shows the same table. Nothing else widens what a person may do. */
export const roles = [
  { party: 'operator', role: 'administrator', scopes: ['admin/all', 'packs/read'] },
  { party: 'operator', role: 'approver', scopes: ['packs/read', 'packs/release'] },
  { party: 'commissioner', role: 'reader', scopes: ['packs/read'] },
  { party: 'commissioner', role: 'approver', scopes: ['packs/read', 'packs/release'] },
  { party: 'commissioner', role: 'finance', scopes: ['finance/read', 'finance/write'] },
  { party: 'provider', role: 'records', scopes: ['records/write', 'records/read'] },
  { party: 'provider', role: 'finance', scopes: ['finance/read', 'finance/write'] },
  { party: 'referrer', role: 'worker', scopes: ['reports/read'] },
] as const satisfies readonly Role[];

/** To whom a person is bound and what they may do. */
export type Rights = { readonly binding: Binding; readonly scopes: readonly Scope[] };

/** Why a person has no rights: in no group that gives any, or in groups of two parties. */
export type NoRights = { readonly refused: 'no-role' | 'two-parties' };

/**
 * What the groups of a person give them: the binding of their one party, and the scopes of all of their groups there.
 * A group whose name is none of the table's gives nothing.
 *
 * @example rightsOf(['commissioner/northshire/reader']) // { binding: { commissioner: 'northshire' }, scopes: ['packs/read'] }
 */
export function rightsOf(groups: readonly string[]): Rights | NoRights {
  const known = groups.map(roleOfGroup).filter((each) => each !== undefined);
  const [first] = known;
  if (first === undefined) return { refused: 'no-role' };
  const party = JSON.stringify(first.binding);
  if (known.some(({ binding }) => JSON.stringify(binding) !== party)) return { refused: 'two-parties' };
  return { binding: first.binding, scopes: [...new Set(known.flatMap(({ scopes }) => scopes))] };
}

/**
 * The name of the group of a role, for one party's code where the party has codes.
 *
 * @example groupOf({ party: 'commissioner', role: 'reader' }, 'northshire') // 'commissioner/northshire/reader'
 */
export function groupOf({ party, role }: Pick<Role, 'party' | 'role'>, code = ''): string {
  return party === 'operator' ? `operator/${role}` : `${party}/${code}/${role}`;
}

function roleOfGroup(group: string): Rights | undefined {
  const [party, ...rest] = group.split('/');
  const code = party === 'operator' ? undefined : rest.shift();
  const found = roles.find((each) => each.party === party && rest.length === 1 && each.role === rest[0]);
  if (found === undefined) return undefined;
  if (code === undefined) return { binding: { operator: true }, scopes: found.scopes };
  if (!codeSchema.safeParse(code).success) return undefined;
  return { binding: bindingSchema.parse({ [found.party]: code }), scopes: found.scopes };
}
