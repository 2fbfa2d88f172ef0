import type { Icon } from '../report/blocks.ts';
import { SOFT_INK } from './charts/palette.ts';
import { TONES } from './charts/signal-looks.ts';

/** Pixels of a sign, which is as high as wide. */
export const ICON_SIZE = 32;

const WAVE = 'M7 18c3-7 6-7 9 0s6 7 9 0';

/**
 * What is inside the `<svg>` of a sign: a filled disc with a letter for a signal, a ring for a target, a wave for chance.
 * They are our own drawings of what NHS England's Making Data Count tells apart; the letters say it without colour.
 */
export function iconSvg(icon: Icon): string {
  if (icon.of === 'assurance')
    switch (icon.look) {
      case 'consistently-met':
        return ring(TONES.improving.colour, letter('P', TONES.improving.colour));
      case 'consistently-missed':
        return ring(TONES.concerning.colour, letter('F', TONES.concerning.colour));
      case 'inconsistent':
        return ring(SOFT_INK, letter('?', SOFT_INK));
    }
  if (icon.look === 'common-cause')
    return `<circle cx="16" cy="16" r="14" fill="#ffffff" stroke="${SOFT_INK}" stroke-width="2"/><path d="${WAVE}" fill="none" stroke="${SOFT_INK}" stroke-width="2"/>`;
  const [tone = '', level] = icon.look.split('-');
  const { colour } = isTone(tone) ? TONES[tone] : TONES.neutral;
  return `<circle cx="16" cy="16" r="15" fill="${colour}"/>${letter(level === 'high' ? 'H' : 'L', '#ffffff')}`;
}

const isTone = (name: string): name is keyof typeof TONES => name in TONES;

const ring = (colour: string, inside: string): string =>
  `<circle cx="16" cy="16" r="13.5" fill="#ffffff" stroke="${colour}" stroke-width="2.5" stroke-dasharray="5 2.5"/>${inside}`;

const letter = (text: string, colour: string): string =>
  `<text x="16" y="22" font-size="17" font-weight="600" text-anchor="middle" fill="${colour}">${text}</text>`;
