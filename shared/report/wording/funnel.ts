import type { Funnel } from '../../outcomes/document.ts';
import { listInWords } from '../list-in-words.ts';

type Position = Funnel['providers'][number]['position'];

/** Where a provider's share stands among the limits. */
export const POSITIONS: Record<Position, string> = {
  'low-998': 'below the 99.8% limits',
  'low-95': 'below the 95% limits',
  within: 'within the 95% limits',
  'high-95': 'above the 95% limits',
  'high-998': 'above the 99.8% limits',
};

/** Whether providers differ by more than chance would make them; providers go by the names they are printed under. */
export function funnelInWords(providers: readonly { name: string; position: Position }[]): string {
  const apart = providers.filter(({ position }) => position !== 'within');
  if (apart.length === 0)
    return `${providers.length === 2 ? 'Both' : `All ${providers.length}`} providers lie within the 95% limits: they differ as chance alone would make them.`;
  const told = apart.map(({ name, position }) => `${name} lies ${POSITIONS[position]}`);
  const others = apart.length < providers.length ? '; the others lie within them' : '';
  return `${listInWords(told)}${others}. Chance alone would seldom do that. Ask what is different there: whom they see as well as what they do.`;
}
