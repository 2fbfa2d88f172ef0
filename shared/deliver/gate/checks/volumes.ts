import type { UnusualVolume } from '../../../outcomes/document.ts';
import { failed, type GateCheck, passed, warned } from '../gate-check.ts';

const FOUND = {
  none: (type: string) => `no ${type} records at all`,
  half: (type: string) => `half the usual ${type} records or fewer`,
  double: (type: string) => `twice the usual ${type} records or more`,
} as const satisfies Record<UnusualVolume['found'], (type: string) => string>;

/** No provider sent far more or fewer records of a kind than is usual. */
export const volumes: GateCheck = {
  id: 'volumes',
  check: ({ document }) => {
    if (document === undefined)
      return failed('The outcome document is missing or cannot be read. Run the month again.');
    const { volumes: unusual = [], providers = {} } = document;
    if (unusual.length === 0) return passed('No provider’s number of records is far from usual.');
    const told = unusual.map(
      ({ provider, type, found }) => `${providers[provider] ?? provider}: ${FOUND[found](type)}`,
    );
    return warned(
      `Numbers of records far from usual: ${told.join('; ')}. Ask the provider, and say in the commentary what is behind it.`,
    );
  },
};
