import { describe, expect, test } from 'vitest';
import { canonical } from '../../../shared/outcomes/canonical.ts';
import type { ComputedOutcomes } from '../../../shared/outcomes/computed.ts';
import { disclose } from '../../../shared/outcomes/disclosure.ts';
import { renderPack } from '../../../shared/render/pack.ts';
import { issue, packOf } from '../../support/reader/pack-of.ts';

describe('of two inputs with equal suppressed documents', () => {
  test.each([3, 8, 14])(
    'every rendered file has equal bytes (seed %i)',
    { timeout: 120_000 },
    async (seed) => {
      const { computed, document } = packOf(seed);
      const other = disclose(withOtherHidden(computed), issue);
      expect(canonical(withOtherHidden(computed))).not.toBe(canonical(computed));
      expect(canonical(other)).toBe(canonical(document));
      const [one, two] = [await renderPack(document), await renderPack(other)];
      for (const [name, bytes] of Object.entries(one))
        expect(Buffer.compare(bytes, Object.entries(two).find(([own]) => own === name)![1]), name).toBe(0);
    },
  );
});

/** The same, but that as few family members volunteer, and as few lapses are left out, as are withheld as well. */
function withOtherHidden(computed: ComputedOutcomes): ComputedOutcomes {
  const measures = structuredClone(computed.measures) as Record<
    string,
    { beside: Record<string, { count: number; people: number }> }
  >;
  for (const [measure, name] of [
    ['volunteer-progression', 'family-volunteers'],
    ['lapse-intensity', 'lapses-left-out'],
    ['lapse-recovery', 'confirmed-without-record'],
    ['substance-change', 'initiated-use'],
    ['caseload', 'referred'],
    ['caseload', 'started'],
  ] as const) {
    const figure = measures[measure]?.beside[name];
    if (figure === undefined || figure.people < 1 || figure.people > 4) continue;
    figure.people = figure.people === 4 ? 3 : figure.people + 1;
    figure.count = figure.people;
  }
  return { ...computed, measures: measures as unknown as ComputedOutcomes['measures'] };
}
