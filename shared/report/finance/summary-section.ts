import { total } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import type { Block, Section, Table } from '../blocks.ts';
import { pence, text } from '../cells.ts';
import { amountCells } from './amounts.ts';
import { monthSoFar, standsWhen } from './as-at.ts';
import { attention } from './attention.ts';
import { blockName } from './block-parts.ts';
import { runOutInWords } from './run-out-in-words.ts';

/** The first page: what is due and of what it consists, where each block stands, what needs somebody. */
export function summarySection(document: StatementDocument): Section {
  const { blocks } = document;
  return {
    id: 'summary',
    title: 'Summary',
    blocks: [
      dueTable(document),
      { kind: 'heading', text: 'Where the blocks stand' },
      blocks.length === 0
        ? { kind: 'paragraph', text: 'There is no block with a balance or a movement.' }
        : standTable(document),
      { kind: 'heading', text: 'What needs attention' },
      { kind: 'list', items: attention(document) },
    ] satisfies Block[],
  };
}

function dueTable(document: StatementDocument): Table {
  const { due } = document;
  return {
    kind: 'table',
    id: 'due',
    title: `Due for ${monthSoFar(document)}`,
    columns: [{ title: 'What' }, { title: 'Pounds', numeric: true }],
    groups: [
      {
        rows: [
          [text('Used on the spot'), pence(due.spot)],
          [text('Blocks bought'), pence(due.bought)],
          [text('Adjustments for earlier months'), pence(due.adjustments)],
        ],
      },
      { rows: [[text('Amount due'), pence(due.total)]], sum: true },
    ],
    notes: [],
  };
}

function standTable(document: StatementDocument): Table {
  const { blocks, cutOff } = document;
  const left = total(blocks.map(({ closing }) => closing));
  return {
    kind: 'table',
    id: 'stand',
    title: `Left in the blocks ${standsWhen(document)}`,
    columns: [
      { title: 'Block', share: 3.4 },
      { title: 'Placement weeks', numeric: true, share: 2.1 },
      { title: 'Pounds', numeric: true, share: 2.4 },
      { title: 'What will become of it', share: 9.1 },
    ],
    groups: [
      {
        rows: blocks.map((line) => [
          text(blockName(line)),
          ...amountCells(line.closing),
          text(runOutInWords(line, cutOff)),
        ]),
      },
      { rows: [[text('All blocks'), ...amountCells(left), text('')]], sum: true },
    ],
    notes: [],
  };
}
