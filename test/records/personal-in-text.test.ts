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
  'It is about 943–476–5919.',
  'It is about 943—476‑5919.',
  'It is about 943−476−5919.',
  'It is about 943,476,5919.',
  'It is about 943·476·5919.',
  'It is about ９４３４７６５９１９.',
  'It is about 943\u00a0476\u00a05919.',
  'Ring 07700–900123.',
  'Ring 07700 900123 from 2026-09-01 on.',
  'From 01/04/2026 ring 07700 900123.',
  'Ring 01.61.49.60.00.0 about it.',
  'Ring 07/11/22/33/44/5.',
  'Write to jane＠example.org.',
  'QQ–12–34–56–C asked for it.',
])('%s: somebody could be known by it', (text) => {
  expect(personalInText(text)).toBe(true);
});

test.each([
  'Retention fell by 3.2% from 2026-09-01 to 2026-10-31 (120 of 1,250).',
  'One provider sent 1,204 sessions late, 14 days after the cut-off of 05/11/2026.',
  'Block B-2026-0042 of £9,541.80 has run out.',
  'From 01/04/2026 12 people were placed.',
  'On 08/10/2026 10 records were late.',
  'On 08/10/26 1200 records were late.',
  'It was up to 01.08.2026 45 people.',
  'From 1/4/26 - 30/4/26, and from 01/04/26-2/4/26, nobody was.',
  'From 01-04-2026 10 people came; 2026-04-01 1000 records.',
  'It was £1,250,000 – 3,204 weeks of 12,500,000.',
])('%s: nobody is', (text) => {
  expect(personalInText(text)).toBe(false);
});
