import type { RateFigure } from '../../outcomes/document.ts';
import { formatCount, formatTenths } from '../../render/format.ts';

/**
 * The events of a rate and the time that they happened in.
 *
 * @example exposureInWords(rate) // '65 in 33.7 person-weeks'
 */
export const exposureInWords = ({
  events,
  exposure,
}: Pick<Extract<RateFigure, { state: 'estimated' }>, 'events' | 'exposure'>): string =>
  `${formatCount(events)} in ${formatTenths(exposure)} person-weeks`;
