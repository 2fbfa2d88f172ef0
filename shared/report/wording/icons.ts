import type { Trend } from '../../outcomes/document.ts';
import type { Icon } from '../blocks.ts';

/** The signs of a measure over time; none where it has no limits. */
export function iconsOf(trend: Trend | undefined): Icon[] {
  const { variation, assurance } = trend ?? {};
  return [
    ...(variation === undefined ? [] : [{ of: 'variation', look: variation } as const]),
    ...(assurance === undefined ? [] : [{ of: 'assurance', look: assurance } as const]),
  ];
}

const VARIATION = {
  'common-cause': 'No signal',
  'improving-high': 'High: improving',
  'improving-low': 'Low: improving',
  'concerning-high': 'High: a concern',
  'concerning-low': 'Low: a concern',
  'neutral-high': 'High',
  'neutral-low': 'Low',
} as const;

const ASSURANCE = {
  'consistently-met': 'Ahead: target met',
  'consistently-missed': 'Ahead: target missed',
  inconsistent: 'Ahead: hit or miss',
} as const;

/** A sign in a word or two, printed beside it: nobody needs to know it by its looks. */
export const iconInWords = (icon: Icon): string =>
  icon.of === 'variation' ? VARIATION[icon.look] : ASSURANCE[icon.look];

/** Every sign with what it says, as a key. */
export const ICON_KEY: readonly { icon: Icon; text: string }[] = [
  {
    icon: { of: 'variation', look: 'common-cause' },
    text: 'The last point is as chance alone would make it.',
  },
  {
    icon: { of: 'variation', look: 'improving-high' },
    text: 'A signal that a change for the better has happened, to more (H) or to less (L).',
  },
  {
    icon: { of: 'variation', look: 'concerning-low' },
    text: 'A signal that a change for the worse has happened, to more (H) or to less (L).',
  },
  {
    icon: { of: 'variation', look: 'neutral-high' },
    text: 'A signal of more (H) or of less (L) of what is neither good nor bad in itself.',
  },
  {
    icon: { of: 'assurance', look: 'consistently-met' },
    text: 'The target lies outside the limits: unless something changes, every period will meet it (P, pass).',
  },
  {
    icon: { of: 'assurance', look: 'consistently-missed' },
    text: 'The target lies outside the limits: unless something changes, every period will miss it (F, fall short).',
  },
  {
    icon: { of: 'assurance', look: 'inconsistent' },
    text: 'The target lies within the limits: some periods will meet it and some miss it, by chance alone.',
  },
];
