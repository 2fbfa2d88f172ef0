import { Z_95 } from './z-95.ts';

/**
 * Byar's 95 % limits of the number of events to be expected where `events` were counted: an approximation of the
 * Poisson limits that is good from 10 events on, and in use for rates throughout public health in England.
 *
 * Lower x·(1 − 1/(9x) − z/(3√x))³; upper the same of x + 1 with + z.
 *
 * Source: Breslow & Day, Statistical Methods in Cancer Research II (IARC, 1987), p. 69; Fingertips Public Health
 * Technical Guide.
 *
 * @throws RangeError unless `events` is at least 1: of none the lower formula says nothing.
 * @example byarInterval(65) // { lower: 50.163…, upper: 82.849… }
 */
export function byarInterval(events: number): { lower: number; upper: number } {
  if (!(events >= 1 && Number.isFinite(events)))
    throw new RangeError('Byar’s limits need at least one event');
  return { lower: cubed(events, -Z_95), upper: cubed(events + 1, Z_95) };
}

function cubed(x: number, z: number): number {
  return x * (1 - 1 / (9 * x) + z / (3 * Math.sqrt(x))) ** 3;
}
