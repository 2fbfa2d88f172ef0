import type { Binding } from '../../interface/me.ts';

/**
 * To whom a client is bound, of how the list of parties names it.
 *
 * @example bindingOf('provider/harbour-house') // { provider: 'harbour-house' }
 */
export function bindingOf(chosen: string): Binding | undefined {
  const [party, code] = chosen.split('/');
  if (party === 'operator') return { operator: true };
  if (code === undefined) return undefined;
  if (party === 'provider') return { provider: code };
  if (party === 'commissioner') return { commissioner: code };
  return party === 'referrer' ? { referrer: code } : undefined;
}
