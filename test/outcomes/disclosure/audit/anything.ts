import fc from 'fast-check';
import type { Form, Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';

/**
 * Anything that adds up: sums of any atoms, told with any units. As in every pack, what is secret and what nobody would
 * have shown as 0 are numbers of people, never differences: of differences more would be hidden than need be.
 */
export const anything = fc
  .array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: 3, maxLength: 14 })
  .chain((truth) => {
    const sumOf = (...times: readonly number[]): fc.Arbitrary<Form> =>
      fc.uniqueArray(fc.record({ atom: fc.nat(truth.length - 1), times: fc.constantFrom(...times) }), {
        minLength: 1,
        maxLength: 4,
        selector: ({ atom }) => atom,
      });
    const people = sumOf(1, 1, 1, 1, 2);
    const form = sumOf(1, 1, 1, 1, -1, 2);
    const unit = fc.nat(12);
    const least = fc.constantFrom<(0 | 1)[]>(0, 1);
    const statement = fc.oneof(
      fc.record({ unit, form, least: fc.constant<0>(0) }),
      fc.record({ unit, form: people, least }),
    );
    const value = (one: Form) => one.reduce((sum, { atom, times }) => sum + times * truth[atom]!, 0);
    return fc
      .record({
        identities: fc.array(form, { maxLength: 5 }),
        statements: fc.array(statement, { minLength: 4, maxLength: 20 }),
        secrets: fc.array(people, { minLength: 1, maxLength: 6 }),
      })
      .map(({ identities, statements, secrets }): Knowledge => ({
        truth,
        identities: identities.map((one) => ({ form: one, value: value(one) })),
        statements: statements.map((one) => ({ ...one, value: value(one.form) })),
        secrets: secrets.map((one, index) => ({
          form: one,
          value: value(one),
          name: `secret ${String(index)}`,
        })),
      }));
  });
