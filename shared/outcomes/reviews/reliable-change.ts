import type { RecordData } from '../../records/registry.ts';

export type Substance = RecordData['placement']['substances'][number];

/**
 * By how many of 28 days the use of a substance must fall or rise for the change to be more than chance, as the
 * Treatment Outcomes Profile is read. A change here changes what is counted: it is a new revision of the measures
 * that use it. Of a substance without a threshold only abstinence is a change.
 */
export const RELIABLE_CHANGE: {
  readonly setOn: string;
  readonly source: string;
  readonly days: Readonly<Partial<Record<Substance, number>>>;
} = {
  setOn: '2026-11-26',
  source: 'remembered values, not verified against a publication',
  days: { opiates: 13, crack: 10, 'powder-cocaine': 8, amphetamines: 9, cannabis: 9, alcohol: 11 },
};
