import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Cell, Table } from '../blocks.ts';
import { monthInWords } from '../calendar.ts';
import { count, pence, text } from '../cells.ts';
import { accountInShort } from './account-name.ts';
import { findingInWords, flagInWords } from './finding-in-words.ts';
import { type Compared, type MonthFindings, toLookAt } from './findings.ts';

/** A month's claims against what was used, by block and on the spot, with what each comes to. */
export function findingsTable({ month, accounts }: MonthFindings): Table {
  return {
    kind: 'table',
    id: `findings_${month.replace('-', '_')}`,
    title: `Claims of ${monthInWords(month)} against what was used; the difference is claimed less used`,
    dense: true,
    columns: [
      { title: 'Finding', share: 4.6 },
      { title: 'Placements', numeric: true, share: 2.2 },
      { title: 'Weeks used', numeric: true, share: 1.6 },
      { title: 'Pounds used', numeric: true, share: 2.5 },
      { title: 'Weeks claimed', numeric: true, share: 1.9 },
      { title: 'Pounds claimed', numeric: true, share: 2.5 },
      { title: 'Difference', numeric: true, share: 2.5 },
    ],
    groups: accounts.flatMap(({ name, findings, all }) => [
      {
        label: name,
        rows: findings.map((finding) => comparedRow(findingInWords(finding.finding), finding)),
      },
      { rows: [comparedRow(`${name.split(':')[0] ?? name}, in all`, all)], sum: true as const },
    ]),
    notes: [],
  };
}

const comparedRow = (words: string, { placements, used, claimed }: Compared): Cell[] => [
  text(words),
  count(placements),
  count(used.weeks),
  pence(used.pence),
  count(claimed.weeks),
  pence(claimed.pence),
  pence(claimed.pence - used.pence),
];

/** What somebody should look at, by month; undefined where there is nothing. */
export function toLookAtTable(document: StatementDocument): Table | undefined {
  const found = toLookAt(document);
  if (found.length === 0) return undefined;
  return {
    kind: 'table',
    id: 'to_look_at',
    title: 'What to look at, and why',
    columns: [
      { title: 'Why', share: 5.5 },
      { title: 'Among those', share: 4.5 },
      { title: 'Block or spot', share: 3.5 },
      { title: 'Placements', numeric: true, share: 2.3 },
    ],
    groups: [...Map.groupBy(found, ({ month }) => month)].map(([month, rows]) => ({
      label: monthInWords(month),
      rows: rows.map(({ flag, finding, account, placements }) => [
        text(flagInWords(flag)),
        text(findingInWords(finding)),
        text(accountInShort(account)),
        count(placements),
      ]),
    })),
    notes: [],
  };
}

/** The claims behind it; undefined where there is none. */
export function claimsReceivedTable({ claims }: StatementDocument): Table | undefined {
  if (claims.length === 0) return undefined;
  return {
    kind: 'table',
    id: 'claims_received',
    title: 'The claims received for these months, as they were claimed',
    columns: [
      { title: 'Claim', share: 3.3 },
      { title: 'Month', share: 2.9 },
      { title: 'Block or spot', share: 3.2 },
      { title: 'Invoice', share: 2.6 },
      { title: 'Placements', numeric: true, share: 2.3 },
      { title: 'Weeks', numeric: true, share: 1.6 },
      { title: 'Pounds', numeric: true, share: 2.5 },
    ],
    groups: [
      {
        rows: claims.map(({ id, month, account, invoiceRef, placements, claimed }) => [
          text(id),
          text(monthInWords(month)),
          text(accountInShort(account)),
          text(invoiceRef ?? 'not given'),
          count(placements),
          count(claimed.weeks),
          pence(claimed.pence),
        ]),
      },
    ],
    notes: [],
  };
}
