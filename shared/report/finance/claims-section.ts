import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Block, Section } from '../blocks.ts';
import { monthInWords } from '../calendar.ts';
import { isUnderWay, notDueYet } from './as-at.ts';
import { claimsReceivedTable, findingsTable, toLookAtTable } from './claims-tables.ts';
import { findingsByMonth, type MonthFindings } from './findings.ts';
import { spotClaimInWords } from './spot-claim-in-words.ts';

/** Said wherever claims of blocks stand beside pounds. */
export const NO_DEBT =
  'Weeks of a block create no debt: the block was charged once, when it was bought. What is claimed of them is compared with what was used, and is not charged again.';

/** The claims of the month, and of those looked at again, against what was used, and what somebody should look at. */
export function claimsSection(document: StatementDocument): Section {
  const flagged = toLookAtTable(document);
  const received = claimsReceivedTable(document);
  return {
    id: 'claims',
    title: 'Claims against use',
    blocks: [
      { kind: 'paragraph', role: 'lead', text: NO_DEBT },
      ...findingsByMonth(document).flatMap((month) => monthBlocks(month, document)),
      { kind: 'heading', text: 'What to look at' },
      ...(flagged === undefined
        ? [{ kind: 'note', text: 'There is nothing else that somebody should look at.' } as const]
        : [
            {
              kind: 'paragraph',
              role: 'lead',
              text: 'What was used is charged all the same. A placement may be in more than one row.',
            } as const,
            flagged,
          ]),
      { kind: 'heading', text: 'Claims received' },
      received ?? { kind: 'note', text: 'No claim was received for the months above.' },
      {
        kind: 'paragraph',
        role: 'small',
        text: 'A placement is counted once in each month and block, or on the spot. This statement names none: the provider’s list has the placements and days behind each finding.',
      },
    ] satisfies Block[],
  };
}

function monthBlocks(found: MonthFindings, document: StatementDocument): Block[] {
  const { month, accounts } = found;
  const own = month === document.month;
  const name = monthInWords(month);
  const underWay = own && isUnderWay(document);
  return [
    { kind: 'heading', text: own ? name : `Looked at again: ${name}` },
    ...(accounts.length === 0
      ? [{ kind: 'note', text: `Nothing was used or claimed in ${name}.` } as const]
      : [
          {
            kind: 'paragraph',
            role: 'lead',
            text: [...(underWay ? [notDueYet(month)] : []), ...spotClaimInWords(found)].join(' '),
          } as const,
          findingsTable(found),
        ]),
  ];
}
