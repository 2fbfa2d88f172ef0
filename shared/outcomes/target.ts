import type { ComputedTarget } from './computed.ts';
import type { Period } from './period.ts';

/** A value a measure should reach, as the contract has it. */
export type Target = ComputedTarget & {
  readonly measure: string;
  /** Dates; both inclusive, no `validTo`: until further notice. */
  readonly validFrom: string;
  readonly validTo?: string | undefined;
};

/** The targets valid on the month's last day, by measure; of several the one that has been valid the shorter. */
export function targetsOf(targets: readonly Target[], { lastDate }: Period): Record<string, ComputedTarget> {
  return Object.fromEntries(
    targets
      .filter(
        ({ validFrom, validTo }) => validFrom <= lastDate && (validTo === undefined || validTo >= lastDate),
      )
      .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
      .map(({ measure, value, direction, source }) => [measure, { value, direction, source }]),
  );
}

function sortKey({ measure, validFrom, validTo = '', value, direction, source }: Target): string {
  return JSON.stringify([measure, validFrom, validTo, value, direction, source]);
}
