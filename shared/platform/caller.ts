import * as z from 'zod';
import { notFound } from './errors.ts';

const codeOf = z.string().min(1);

/** To whom a token is bound: one provider, commissioner or referrer, or the operator. Flat or under `binding`. */
export const bindingSchema = z.union([
  z.strictObject({ provider: codeOf }),
  z.strictObject({ commissioner: codeOf }),
  z.strictObject({ referrer: codeOf }),
  z.strictObject({ operator: z.literal(true) }),
]);

export type Binding = z.infer<typeof bindingSchema>;

/** Who calls: as the authorizer found out from the token, never from the request. */
export type Caller = {
  readonly clientId: string;
  readonly sub: string;
  readonly scopes: readonly string[];
  readonly binding: Binding;
  /** Whether it is a person who signed in, known by `sub`; else it is a machine, which `clientId` names. */
  readonly isPerson: boolean;
};

/** What the authorizer hands on; API Gateway carries it as flat text. */
export const callerContextSchema = z.object({
  clientId: z.string(),
  sub: z.string(),
  scopes: z.string(),
  binding: z.string(),
  isPerson: z.enum(['true', 'false']),
});

export type CallerContext = z.infer<typeof callerContextSchema>;

export function toContext({ clientId, sub, scopes, binding, isPerson }: Caller): CallerContext {
  return {
    ...{ clientId, sub, scopes: scopes.join(' '), binding: JSON.stringify(binding) },
    isPerson: isPerson ? 'true' : 'false',
  };
}

export function fromContext(context: unknown): Caller {
  const { clientId, sub, scopes, binding, isPerson } = callerContextSchema.parse(context);
  return {
    ...{ clientId, sub, scopes: scopes.split(' '), binding: bindingSchema.parse(JSON.parse(binding)) },
    isPerson: isPerson === 'true',
  };
}

/** The one id by which it is kept who sent something: a person's own, or that of a machine's client. */
export function senderOf({ isPerson, sub, clientId }: Caller): string {
  return isPerson ? sub : clientId;
}

/** The provider a token is bound to; for all others what providers hold is absent. */
export function providerOf({ binding }: Caller): string {
  if ('provider' in binding) return binding.provider;
  throw notFound();
}

export function isOperator({ binding }: Caller): boolean {
  return 'operator' in binding;
}
