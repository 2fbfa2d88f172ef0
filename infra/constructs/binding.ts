import type { Role } from 'aws-cdk-lib/aws-iam';

/** The value of one variable of a function, and the permission to use what it names. */
export type Binding = {
  readonly value: string;
  readonly allow: (role: Role) => void;
};

/** One binding for each variable that a function's `env.ts` asks for, no fewer and no more. */
export type Bindings<Env> = { readonly [Name in keyof Env]: Binding };

/** A variable that needs no permission. */
export const plain = (value: string): Binding => ({ value, allow: () => undefined });

/** The same variable, with the permissions of both. */
export const both = (one: Binding, other: Binding): Binding => ({
  value: one.value,
  allow: (role) => {
    one.allow(role);
    other.allow(role);
  },
});
