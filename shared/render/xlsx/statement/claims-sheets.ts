import type { Amount } from '../../../finance/amount.ts';
import type { StatementDocument } from '../../../finance/statement-document.ts';
import { monthInWords } from '../../../report/calendar.ts';
import { accountInShort } from '../../../report/finance/account-name.ts';
import { isUnderWay, notDueYet } from '../../../report/finance/as-at.ts';
import { NO_DEBT } from '../../../report/finance/claims-section.ts';
import { findingInWords, flagInWords } from '../../../report/finance/finding-in-words.ts';
import { type Compared, findingsByMonth, toLookAt } from '../../../report/finance/findings.ts';
import type { Sheet } from '../sheet.ts';
import {
  type Here,
  type LedgerCell,
  ledgerSheet,
  numeric,
  pounds,
  strong,
  whole,
  words,
} from './ledger-sheet.ts';

/** The claims against what was used, what somebody should look at, and the claims themselves. */
export function claimsSheets(document: StatementDocument): Sheet[] {
  return [findingsSheet(document), toLookAtSheet(document), receivedSheet(document)].filter(
    (sheet) => sheet !== undefined,
  );
}

const PLACE = [{ title: 'Month' }, { title: 'Block or spot' }];
const SUMMED = ['Placements', 'Weeks used', 'Pounds used', 'Weeks claimed', 'Pounds claimed'];

function findingsSheet(document: StatementDocument): Sheet | undefined {
  const { month, reconciliation } = document;
  if (reconciliation.length === 0) return undefined;
  const accounts = findingsByMonth(document).flatMap((found) =>
    found.accounts.map((account) => ({ ...account, month: found.month })),
  );
  const rows: LedgerCell[][] = [];
  for (const { month: of, account, findings, all } of accounts) {
    const first = rows.length;
    const place = [words(monthInWords(of)), words(accountInShort(account))];
    for (const finding of findings)
      rows.push([...place, words(findingInWords(finding.finding)), ...compared(finding)]);
    rows.push(strong([...place, words('All findings'), ...compared(all, first)]));
  }
  return ledgerSheet({
    name: 'Claims',
    title: `Claims of ${monthInWords(month)}, and of earlier months looked at again, against what was used`,
    lines: [
      'A placement is counted once in each month and block, or on the spot. The difference is claimed less used.',
      NO_DEBT,
      ...(isUnderWay(document) ? [notDueYet(month)] : []),
    ],
    columns: [
      ...PLACE,
      { title: 'Finding' },
      ...SUMMED.map(numeric),
      numeric('Difference in weeks'),
      numeric('Difference in pounds'),
    ],
    rows,
  });
}

/** The numbers of a row; `first`: the row from which on those above are added up to them. */
function compared({ placements, used, claimed }: Compared, first?: number): LedgerCell[] {
  const sum = (column: string) =>
    first === undefined ? undefined : ({ from }: Here) => `SUM(${from(column, first)})`;
  const difference = (of: (amount: Amount) => number) => of(claimed) - of(used);
  return [
    whole(placements, sum('Placements')),
    whole(used.weeks, sum('Weeks used')),
    pounds(used.pence, sum('Pounds used')),
    whole(claimed.weeks, sum('Weeks claimed')),
    pounds(claimed.pence, sum('Pounds claimed')),
    whole(
      difference(({ weeks }) => weeks),
      ({ cell }) => `${cell('Weeks claimed')}-${cell('Weeks used')}`,
    ),
    pounds(
      difference(({ pence }) => pence),
      ({ cell }) => `${cell('Pounds claimed')}-${cell('Pounds used')}`,
    ),
  ];
}

function toLookAtSheet(document: StatementDocument): Sheet | undefined {
  const found = toLookAt(document);
  if (found.length === 0) return undefined;
  return ledgerSheet({
    name: 'To_look_at',
    title: 'What to look at, and why',
    lines: ['What was used is charged all the same. A placement may be in more than one row.'],
    columns: [...PLACE, { title: 'Why' }, { title: 'Among those' }, numeric('Placements')],
    rows: found.map(({ month, account, flag, finding, placements }) => [
      words(monthInWords(month)),
      words(accountInShort(account)),
      words(flagInWords(flag)),
      words(findingInWords(finding)),
      whole(placements),
    ]),
  });
}

function receivedSheet({ claims }: StatementDocument): Sheet | undefined {
  if (claims.length === 0) return undefined;
  return ledgerSheet({
    name: 'Claims_received',
    title: 'The claims received for these months, as they were claimed',
    columns: [
      { title: 'Claim' },
      ...PLACE,
      { title: 'Invoice' },
      numeric('Placements'),
      numeric('Placement weeks'),
      numeric('Pounds'),
    ],
    rows: claims.map(({ id, month, account, invoiceRef, placements, claimed }) => [
      words(id),
      words(monthInWords(month)),
      words(accountInShort(account)),
      words(invoiceRef),
      whole(placements),
      whole(claimed.weeks),
      pounds(claimed.pence),
    ]),
  });
}
