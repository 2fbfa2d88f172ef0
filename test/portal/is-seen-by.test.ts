import { expect, test } from 'vitest';
import { roles } from '../../shared/platform/roles.ts';
import { bindingOf } from '../../portal/pages/clients/binding-of.ts';
import { isSeenBy } from '../../portal/pages/page.ts';
import { pages } from '../../portal/pages/registry.ts';

/** The pages of each role, in the order in which they are offered. */
test.each([
  ['operator', 'administrator', ['packs', 'runs', 'failed-uploads', 'clients', 'registries']],
  ['operator', 'approver', ['approve', 'packs']],
  ['commissioner', 'reader', ['packs']],
  ['commissioner', 'approver', ['approve', 'packs']],
  ['commissioner', 'finance', ['blocks', 'statements']],
  ['provider', 'records', ['send', 'receipts', 'quality']],
  ['provider', 'finance', ['blocks', 'statements']],
  ['referrer', 'worker', ['reports']],
])('the %s’s %s sees their own pages and no others', (party, role, seen) => {
  const { scopes } = roles.find((each) => each.party === party && each.role === role)!;
  const me = { person: true, binding: bindingOf(`${party}/one`)!, scopes };
  expect(pages.filter((page) => isSeenBy(page, me)).map(({ path }) => path)).toEqual(seen);
});

test('every role is asked about above', () => {
  expect(roles).toHaveLength(8);
});

test('whoever is bound to a provider sees no page of a commissioner, whatever their scopes', () => {
  const me = {
    person: true,
    binding: { provider: 'p' },
    scopes: ['packs/read', 'packs/release', 'admin/all'],
  };
  expect(pages.filter((page) => isSeenBy(page, me))).toEqual([]);
});

test('every page has its own place in the address', () => {
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
});
