import { type Caller, isOperator } from '../platform/caller.ts';

/** Whether a token is bound to a commissioner, or to the operator, who is to see that packs are right. */
export function mayOpen({ binding }: Caller, commissioner: string): boolean {
  return 'operator' in binding || ('commissioner' in binding && binding.commissioner === commissioner);
}

/** Whether a token sees revisions that were not released. */
export function seesUnreleased(caller: Caller): boolean {
  return isOperator(caller) || caller.scopes.includes('packs/release');
}
