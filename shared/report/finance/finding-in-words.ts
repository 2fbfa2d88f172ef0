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

/** What was found between use and claims, in words. */
export const findingInWords = (finding: Finding): string => FINDINGS[finding];

const FLAGS = new Map([
  ['overlapping-placements', 'Two placements of one person open on the same day'],
  ['after-planned-end', 'After the planned end of the placement'],
  ['no-attendance', 'Nothing was attended'],
]);

/** Why somebody should look at a week, in words. */
export const flagInWords = (flag: string): string => FLAGS.get(flag) ?? inWords(flag);

/** The findings in the order in which they are looked for; what agrees last. */
export const findingsOf = ({ reconciliation }: StatementDocument): StatementDocument['reconciliation'] =>
  Object.keys(FINDINGS).flatMap((finding) => reconciliation.filter((line) => line.finding === finding));
