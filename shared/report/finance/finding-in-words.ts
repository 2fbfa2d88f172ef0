import type { StatementDocument } from '../../finance/statement-document.ts';
import { inWords } from '../labels.ts';

type Finding = StatementDocument['reconciliation'][number]['finding'];

const FINDINGS: Record<Finding, string> = {
  'claim-missing': 'Used, not claimed',
  'usage-missing': 'Claimed, not used',
  'outside-validity': 'Claimed from a block that was not valid',
  'over-claimed': 'More weeks claimed than used',
  'under-claimed': 'Fewer weeks claimed than used',
  'rate-differs': 'Claimed at another price',
  matched: 'Claimed as used',
};

const HINTS = {
  'overlapping-placements': 'Two placements of one person open on the same day',
  'after-planned-end': 'Used after the planned end of the placement',
  'no-attendance': 'Nothing was attended in a week',
  'after-end': 'Claimed after the placement ended',
  'charged-elsewhere': 'Other weeks charged to another block or on the spot',
  'no-block-left': 'Funded by a block that had no weeks left',
  'unknown-placement': 'The placement is not known',
  'unknown-block': 'The block is not known',
  'remainder-of-block': 'Has the last week of the block, with the pence that rounding left',
};

const FLAGS = new Map<string, string>(Object.entries({ ...FINDINGS, ...HINTS }));

/** What was found between use and claims, in words. */
export const findingInWords = (finding: Finding): string => FINDINGS[finding];

/**
 * Why somebody should look at a placement, in words.
 *
 * @example flagInWords('no-attendance') // 'Nothing was attended in a week'
 */
export const flagInWords = (flag: string): string => FLAGS.get(flag) ?? inWords(flag);

/** The place of a finding in the order in which they are looked for; what agrees is last. */
export const orderOf = (finding: Finding): number => Object.keys(FINDINGS).indexOf(finding);
