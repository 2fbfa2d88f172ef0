import type { Definition, TrendPoint } from '../../outcomes/document.ts';

/** By which rule a point in time is a signal, and to which side. */
export type Signal = NonNullable<Extract<TrendPoint, { state: 'estimated' }>['signal']>;

/** Whether a signal is good news. */
export type Tone = 'improving' | 'concerning' | 'neutral';

/** Whether a signal is of more or of less. */
export const isHigh = ({ side }: Signal): boolean => side === 'above' || side === 'rising';

/** What a signal means for its measure, by which way is better. */
export function toneOf(signal: Signal, direction: Definition['direction']): Tone {
  if (direction === 'neutral') return 'neutral';
  return isHigh(signal) === (direction === 'up') ? 'improving' : 'concerning';
}

/** A signal's news in words. */
export const TONES: Record<Tone, string> = {
  improving: 'a signal of improvement',
  concerning: 'a signal of concern',
  neutral: 'a signal, neither good nor bad in itself',
};

/**
 * By which rule a point is a signal.
 *
 * @example signalInWords({ rule: 'shift', side: 'above' }) // 'seven or more in a row above the mean'
 */
export function signalInWords({ rule, side }: Signal): string {
  switch (rule) {
    case 'outside':
      return side === 'above' ? 'above the upper limit' : 'below the lower limit';
    case 'trend':
      return `seven or more in a row ${side}`;
    case 'two-of-three':
      return `two of three close to the ${side === 'above' ? 'upper' : 'lower'} limit`;
    case 'shift':
      return `seven or more in a row ${side} the mean`;
  }
}

/** A rule in the few letters that a chart has room for. */
export const RULES: Record<Signal['rule'], string> = {
  outside: 'outside the limits',
  trend: 'seven in a row',
  'two-of-three': 'two of three',
  shift: 'seven on one side',
};
