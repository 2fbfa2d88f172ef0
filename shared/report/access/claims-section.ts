import type { ClaimedLine, SubjectAccess } from '../../privacy/subject-access.ts';
import { formatPounds } from '../../render/format.ts';
import type { Block, Section } from '../blocks.ts';
import { monthInWords } from '../calendar.ts';
import { count, text } from '../cells.ts';
import { sentInWords } from './record-in-words.ts';
import { valueInWords } from './value-in-words.ts';

/** What the provider claimed from whom for the person's placements, month by month. */
export function claimsSection({ claims }: SubjectAccess): Section {
  return {
    id: 'claims',
    title: 'What was claimed for your placements',
    blocks: [
      {
        kind: 'paragraph',
        text: 'The provider tells those who pay how many weeks of each placement were used in a month, and at what price. Such a claim names placements by their numbers, and nobody by reference. What it says of others is not shown here.',
      },
      claims.length === 0
        ? { kind: 'note', text: 'Nothing was claimed for your placements.' }
        : claimsTable(claims),
    ],
  };
}

const claimsTable = (claims: readonly ClaimedLine[]): Block => ({
  kind: 'table',
  id: 'claims',
  title: 'Weeks of your placements that were claimed',
  columns: [
    { title: 'Month', share: 2.4 },
    { title: 'Placement', share: 3 },
    { title: 'Weeks', numeric: true, share: 1.4 },
    { title: 'Price of a week', share: 2 },
    { title: 'From whom, and how it is paid for', share: 4 },
    { title: 'Claim, entered', share: 4.2 },
  ],
  groups: [
    {
      rows: claims.map((line) => [
        text(monthInWords(line.month)),
        text(line.placement),
        count(line.weeks),
        text(formatPounds(line.ratePence)),
        text(`${line.commissioner}: ${paidIn(line)}`),
        text(
          `${line.claim}: version ${line.version}, ${line.withdrawn ? 'withdrawn ' : ''}${sentInWords(line)}`,
        ),
      ]),
    },
  ],
  notes: [],
});

function paidIn({ block, invoiceRef }: ClaimedLine): string {
  const how = block === 'spot' ? valueInWords(block, 'funding') : `block ${block}`;
  return invoiceRef === undefined ? how : `${how}, invoice ${invoiceRef}`;
}
