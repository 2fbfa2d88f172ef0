import type { OutcomeDocument } from '../../shared/outcomes/document.ts';
import { formatPercent, SHORTHAND } from '../../shared/render/format.ts';

/** The headline figures of an outcome document in one line, each with its interval. */
export function headlines({ measures }: OutcomeDocument): string {
  const retention = measures['abstinence-retention'];
  const recovery = measures['lapse-recovery'];
  const family = measures['family-engagement'];
  const volunteers = measures['volunteer-progression'];
  return [
    `retention at day 84 ${figure(retention?.kind === 'survival' ? retention.points.find(({ day }) => day === 84) : undefined)}`,
    `recovery by day 28 ${figure(recovery?.kind === 'incidence' ? recovery.causes['recovered']?.find(({ day }) => day === 28) : undefined)}`,
    `family reach ${figure(family?.kind === 'proportion' ? family : undefined)}`,
    `volunteer progression ${figure(volunteers?.kind === 'proportion' ? volunteers : undefined)}`,
  ].join(' · ');
}

type Stated =
  | {
      readonly state: 'estimated';
      readonly value: number;
      readonly lower?: number | null | undefined;
      readonly upper?: number | null | undefined;
    }
  | { readonly state: 'suppressed' }
  | { readonly state: 'unavailable'; readonly reason: string };

function figure(stated: Stated | undefined): string {
  if (stated === undefined) return 'missing';
  if (stated.state === 'suppressed') return SHORTHAND.suppressed;
  if (stated.state === 'unavailable')
    return stated.reason === 'no-eligible' ? SHORTHAND.noEligible : SHORTHAND.notAvailable;
  const { value, lower, upper } = stated;
  if (typeof lower !== 'number' || typeof upper !== 'number') return formatPercent(value);
  return `${formatPercent(value)} (${formatPercent(lower)} to ${formatPercent(upper)})`;
}
