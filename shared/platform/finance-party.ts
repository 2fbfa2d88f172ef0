import type { Caller } from './caller.ts';
import { notFound } from './errors.ts';

/** Whose blocks and claims a token may see and write: one provider's, one commissioner's, or everybody's. */
export type Party =
  { readonly provider: string } | { readonly commissioner: string } | { readonly operator: true };

/** The two that every block and claim is between. */
export type Parties = { readonly provider: string; readonly commissioner: string };

/**
 * The party of a token.
 *
 * @throws AppError 404 for a referrer, for whom all of finance is absent
 */
export function partyOf({ binding }: Caller): Party {
  if ('referrer' in binding) throw notFound();
  return binding;
}

/**
 * Whether something between two is a party's own.
 *
 * @example isOwn({ provider: 'janus' }, { provider: 'janus', commissioner: 'northshire' }) // true
 */
export function isOwn(party: Party, { provider, commissioner }: Parties): boolean {
  if ('provider' in party) return party.provider === provider;
  return 'commissioner' in party ? party.commissioner === commissioner : true;
}
