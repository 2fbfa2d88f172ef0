import { total, type Amount } from '../../../finance/amount.ts';
import type { StatementDocument } from '../../../finance/statement-document.ts';
import { monthInWords } from '../../../report/calendar.ts';
import { findingInWords, findingsOf, flagInWords } from '../../../report/finance/finding-in-words.ts';
import type { Sheet } from '../sheet.ts';
import { ledgerSheet, numeric, pounds, sumAbove, whole, words } from './ledger-sheet.ts';

/** The month's claims against what was used, and the weeks that somebody should look at. */
export function claimsSheets(document: StatementDocument): Sheet[] {
  const lines = findingsOf(document);
  if (lines.length === 0) return [];
  const flagged = lines.flatMap(({ finding, flags }) =>
    Object.entries(flags)
      .filter(([, weeks]) => weeks > 0)
      .map(([flag, weeks]) => [words(flagInWords(flag)), words(findingInWords(finding)), whole(weeks)]),
  );
  return [
    findingsSheet(document, lines),
    ...(flagged.length === 0
      ? []
      : [
          ledgerSheet({
            name: 'Weeks_to_look_at',
            title: 'Weeks to look at, and why',
            lines: ['These weeks are charged all the same. A week may be in more than one row.'],
            columns: [{ title: 'Why' }, { title: 'Among those' }, numeric('Placement weeks')],
            rows: flagged,
          }),
        ]),
  ];
}

const SUMMED = ['Lines', 'Weeks used', 'Pounds used', 'Weeks claimed', 'Pounds claimed'] as const;

function findingsSheet({ month }: StatementDocument, lines: StatementDocument['reconciliation']): Sheet {
  const difference = (used: Amount, claimed: Amount) => [
    whole(claimed.weeks - used.weeks, ({ cell }) => `${cell('Weeks claimed')}-${cell('Weeks used')}`),
    pounds(claimed.pence - used.pence, ({ cell }) => `${cell('Pounds claimed')}-${cell('Pounds used')}`),
  ];
  const used = total(lines.map((line) => line.used));
  const claimed = total(lines.map((line) => line.claimed));
  const placements = lines.reduce((sum, line) => sum + line.placements, 0);
  return ledgerSheet({
    name: 'Claims',
    title: `Claims of ${monthInWords(month)} against what was used`,
    lines: ['A line is one placement in one block or on the spot. The difference is claimed less used.'],
    columns: [
      { title: 'Finding' },
      ...SUMMED.map(numeric),
      numeric('Difference in weeks'),
      numeric('Difference in pounds'),
    ],
    rows: [
      ...lines.map((line) => [
        words(findingInWords(line.finding)),
        whole(line.placements),
        whole(line.used.weeks),
        pounds(line.used.pence),
        whole(line.claimed.weeks),
        pounds(line.claimed.pence),
        ...difference(line.used, line.claimed),
      ]),
      [
        words('All findings'),
        whole(placements, sumAbove('Lines')),
        whole(used.weeks, sumAbove('Weeks used')),
        pounds(used.pence, sumAbove('Pounds used')),
        whole(claimed.weeks, sumAbove('Weeks claimed')),
        pounds(claimed.pence, sumAbove('Pounds claimed')),
        ...difference(used, claimed),
      ],
    ],
  });
}
