import { expect, test } from 'vitest';
import { personalInText } from '../../shared/records/personal-in-text.ts';

test.each([
  'Ring 0161 496 0000.',
  'Ring (0161) 496-0000 or come by.',
  'Or +44 161 496 0000, any day.',
  'It is about 943-476-5919, who left.',
  'QQ 12 34 56 C asked for it.',
  'Write to head@northshire.example.',
  'The reference ABJD130281M was in it.',
])('%s: somebody could be known by it', (text) => {
  expect(personalInText(text)).toBe(true);
});

test.each([
  'Retention fell by 3.2% from 2026-09-01 to 2026-10-31 (120 of 1,250).',
  'One provider sent 1,204 sessions late, 14 days after the cut-off of 05/11/2026.',
  'Block B-2026-0042 of £9,541.80 has run out.',
])('%s: nobody is', (text) => {
  expect(personalInText(text)).toBe(false);
});
