import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupOf, rightsOf, roles } from '../../shared/platform/roles.ts';

const read = { binding: { commissioner: 'northshire' }, scopes: ['packs/read'] };

test('the roles are those of docs/people.md', () => {
  const rows = readFileSync('docs/people.md', 'utf8').matchAll(/^\| `([^`]+)` +\| [^|]+ \| ([^|]+) \|$/gm);
  const documented = [...rows].map(([, group, scopes = '']) => [group, scopes.trim().split(', ')]);
  expect(documented).toHaveLength(8);
  expect(roles.map((role) => [groupOf(role, '<code>'), role.scopes])).toEqual(documented);
});

describe('the groups of a person', () => {
  test('give the binding of the party and the scopes of the role', () => {
    expect(rightsOf(['commissioner/northshire/reader'])).toEqual(read);
    expect(rightsOf(['operator/administrator'])).toEqual({
      binding: { operator: true },
      scopes: ['admin/all', 'packs/read'],
    });
    expect(rightsOf(['provider/janus/records'])).toEqual({
      binding: { provider: 'janus' },
      scopes: ['records/write', 'records/read'],
    });
    expect(rightsOf(['referrer/team-1/worker'])).toEqual({
      binding: { referrer: 'team-1' },
      scopes: ['reports/read'],
    });
  });

  test('of one party give the scopes of all, each once', () => {
    expect(rightsOf(['commissioner/northshire/approver', 'commissioner/northshire/finance'])).toEqual({
      binding: { commissioner: 'northshire' },
      scopes: ['packs/read', 'packs/release', 'finance/read', 'finance/write'],
    });
    expect(rightsOf(['operator/administrator', 'operator/approver'])).toEqual({
      binding: { operator: true },
      scopes: ['admin/all', 'packs/read', 'packs/release'],
    });
  });

  test.each([
    ['two commissioners', ['commissioner/northshire/reader', 'commissioner/eastshire/reader']],
    ['a provider and a commissioner of one code', ['provider/x/records', 'commissioner/x/reader']],
    ['the operator and a commissioner', ['operator/administrator', 'commissioner/northshire/reader']],
    ['codes that differ in case', ['provider/janus/records', 'provider/Janus/records']],
  ])('of %s are refused', (_, groups) => {
    expect(rightsOf(groups)).toEqual({ refused: 'two-parties' });
  });

  test.each([
    ['none at all', []],
    ['a role that there is not', ['commissioner/northshire/administrator']],
    ['a role of another kind of party', ['provider/janus/approver']],
    ['a party that there is not', ['auditor/north/reader']],
    ['a code of the operator', ['operator/x/administrator']],
    ['no code', ['commissioner//reader']],
    ['no role', ['commissioner/northshire']],
    ['more than a role', ['commissioner/northshire/reader/finance']],
    ['dots for a code', ['commissioner/../reader']],
    ['a code too long', [`provider/${'x'.repeat(65)}/records`]],
    ['a code that looks like a person', ['provider/943-476-5919/records']],
    ['white space', ['operator/administrator ', ' operator/administrator', 'operator/administrator\n']],
    ['other letters', ['Operator/Administrator', 'OPERATOR/APPROVER']],
    ['a name from elsewhere', ['eu-west-2_abc_Google', '__proto__', 'constructor', '']],
  ])('of %s give nothing', (_, groups) => {
    expect(rightsOf(groups)).toEqual({ refused: 'no-role' });
  });

  const code = fc.stringMatching(/^[a-z][a-z-]{0,19}$/);
  const known = fc
    .tuple(fc.constantFrom(...roles), code)
    .map(([role, of]) => ({ party: role.party === 'operator' ? '' : of, role, group: groupOf(role, of) }));
  const noise = fc.string().filter((name) => !/^(operator|commissioner|provider|referrer)\//.test(name));

  test('give no scope that no role of them has, and one binding or none', () => {
    fc.assert(
      fc.property(fc.array(known, { maxLength: 5 }), fc.array(noise), (members, others) => {
        const rights = rightsOf([...others, ...members.map(({ group }) => group)]);
        const parties = new Set(members.map(({ role, party }) => `${role.party}/${party}`));
        if (parties.size !== 1) {
          expect(rights).toEqual({ refused: parties.size === 0 ? 'no-role' : 'two-parties' });
          return;
        }
        if ('refused' in rights) throw new Error(rights.refused);
        expect([...rights.scopes].sort()).toEqual(
          [...new Set(members.flatMap(({ role }): readonly string[] => role.scopes))].sort(),
        );
        const [{ role, party }] = members as [(typeof members)[number]];
        expect(rights.binding).toEqual({ [role.party]: role.party === 'operator' ? true : party });
      }),
    );
  });

  test('give the same in any order and however often', () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 4 }), (members) => {
        const groups = members.map(({ group }) => group);
        const sorted = (rights: ReturnType<typeof rightsOf>) =>
          'refused' in rights ? rights : { ...rights, scopes: [...rights.scopes].sort() };
        expect(sorted(rightsOf([...groups].reverse().concat(groups)))).toEqual(sorted(rightsOf(groups)));
      }),
    );
  });

  test('never give the operator’s scope to anybody else', () => {
    for (const { party, scopes } of roles)
      if (party !== 'operator') expect(scopes).not.toContain('admin/all');
  });
});
