import { total, type Amount } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Cell, Section, Table } from '../blocks.ts';
import { count, pence, text } from '../cells.ts';
import { taken } from './amounts.ts';
import { adjustedMoves } from './adjusted-moves.ts';
import { closingName } from './as-at.ts';
import type { BlockLine } from './block-parts.ts';
import { serviceInWords } from './service-in-words.ts';

/** All blocks side by side, in weeks and in pounds, where there are several. */
export function blocksSection(document: StatementDocument): Section[] {
  const { blocks } = document;
  const closing = closingName(document);
  if (blocks.length < 2) return [];
  return [
    {
      id: 'blocks',
      title: 'All blocks',
      blocks: [
        allBlocks(document, 'All blocks, in placement weeks', 'blocks_weeks', ({ weeks }) => count(weeks)),
        allBlocks(document, 'All blocks, in pounds', 'blocks_pounds', ({ pence: value }) => pence(value)),
        {
          kind: 'paragraph',
          role: 'small',
          text: `Opening + bought + used + expired + adjusted = ${closing.toLowerCase()}: what is taken away has a minus sign.`,
        },
      ],
    },
  ];
}

function allBlocks(
  document: StatementDocument,
  title: string,
  id: string,
  cellOf: (amount: Amount) => Cell,
): Table {
  const { blocks } = document;
  const moves = blocks.map(movesOf);
  const totals = moves[0]?.map((_, i) => total(moves.flatMap((of) => of[i] ?? []))) ?? [];
  return {
    kind: 'table',
    id,
    title,
    dense: true,
    columns: [
      { title: 'Block' },
      ...['Opening', 'Bought', 'Used', 'Expired', 'Adjusted', closingName(document)].map((name) => ({
        title: name,
        numeric: true,
      })),
    ],
    groups: [
      {
        rows: blocks.map((line, i) => [
          text(`${line.block}, ${serviceInWords(line.service).toLowerCase()}`),
          ...(moves[i] ?? []).map(cellOf),
        ]),
      },
      { rows: [[text('All blocks'), ...totals.map(cellOf)]], sum: true },
    ],
    notes: [],
  };
}

const movesOf = (line: BlockLine): Amount[] => [
  line.opening,
  line.bought,
  taken(line.used),
  taken(line.expired),
  total(adjustedMoves(line).map(({ amount }) => amount)),
  line.closing,
];
