import { total } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Block, Section, Table } from '../blocks.ts';
import { monthInWords } from '../calendar.ts';
import { count, pence, text } from '../cells.ts';
import { findingInWords, findingsOf, flagInWords } from './finding-in-words.ts';

/** The month's claims against what was used, and the weeks that somebody should look at. */
export function claimsSection(document: StatementDocument): Section {
  const { reconciliation } = document;
  const flagged = flaggedTable(document);
  return {
    id: 'claims',
    title: 'Claims against use',
    blocks: [
      ...(reconciliation.length === 0
        ? [{ kind: 'note', text: 'Nothing was used or claimed in this month.' } as const]
        : [findingsTable(document)]),
      { kind: 'heading', text: 'Weeks to look at' },
      ...(flagged === undefined
        ? [{ kind: 'note', text: 'No week has anything that somebody should look at.' } as const]
        : [
            {
              kind: 'paragraph',
              role: 'lead',
              text: 'These weeks are charged all the same. A week may be in more than one row.',
            } as const,
            flagged,
          ]),
      {
        kind: 'paragraph',
        role: 'small',
        text: 'This statement names no placement. The provider’s list has the placements, days and claims behind each line.',
      },
    ] satisfies Block[],
  };
}

function findingsTable(document: StatementDocument): Table {
  const reconciliation = findingsOf(document);
  const { month } = document;
  const used = total(reconciliation.map((line) => line.used));
  const claimed = total(reconciliation.map((line) => line.claimed));
  const row = (words: string, placements: number, of: { used: typeof used; claimed: typeof claimed }) => [
    text(words),
    count(placements),
    count(of.used.weeks),
    pence(of.used.pence),
    count(of.claimed.weeks),
    pence(of.claimed.pence),
    pence(of.claimed.pence - of.used.pence),
  ];
  const placements = reconciliation.reduce((sum, line) => sum + line.placements, 0);
  return {
    kind: 'table',
    id: 'findings',
    title: `Claims of ${monthInWords(month)} against what was used; the difference is claimed less used`,
    columns: [
      { title: 'Finding' },
      ...['Lines', 'Weeks used', 'Pounds used', 'Weeks claimed', 'Pounds claimed', 'Difference'].map(
        (title) => ({
          title,
          numeric: true,
        }),
      ),
    ],
    groups: [
      { rows: reconciliation.map((line) => row(findingInWords(line.finding), line.placements, line)) },
      { rows: [row('In all', placements, { used, claimed })], sum: true },
    ],
    notes: [],
  };
}

function flaggedTable(document: StatementDocument): Table | undefined {
  const rows = findingsOf(document).flatMap(({ finding, flags }) =>
    Object.entries(flags)
      .filter(([, weeks]) => weeks > 0)
      .map(([flag, weeks]) => [text(flagInWords(flag)), text(findingInWords(finding)), count(weeks)]),
  );
  if (rows.length === 0) return undefined;
  return {
    kind: 'table',
    id: 'weeks_to_look_at',
    title: 'Weeks to look at, and why',
    columns: [{ title: 'Why' }, { title: 'Among those' }, { title: 'Placement weeks', numeric: true }],
    groups: [{ rows }],
    notes: [],
  };
}
