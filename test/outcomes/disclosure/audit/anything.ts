import fc from 'fast-check';
import type { Form, Knowledge } from '../../../../shared/outcomes/disclosure/audit/knowledge.ts';

/** Anything that adds up: sums of any atoms, told with any units. */
export const anything = fc
  .array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: 3, maxLength: 14 })
  .chain((truth) => {
    const form: fc.Arbitrary<Form> = fc.uniqueArray(
      fc.record({
        atom: fc.nat(truth.length - 1),
        times: fc.constantFrom(1, 1, 1, 1, -1, 2),
      }),
      { minLength: 1, maxLength: 4, selector: ({ atom }) => atom },
    );
    const value = (one: Form) => one.reduce((sum, { atom, times }) => sum + times * truth[atom]!, 0);
    const sums = (minLength: number, maxLength: number) => fc.array(form, { minLength, maxLength });
    return fc
      .record({
        identities: sums(0, 5),
        statements: fc.array(fc.record({ unit: fc.nat(12), form, least: fc.constantFrom<(0 | 1)[]>(0, 1) }), {
          minLength: 4,
          maxLength: 20,
        }),
        secrets: sums(1, 6),
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
