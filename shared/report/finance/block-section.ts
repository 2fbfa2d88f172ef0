import type { StatementDocument } from '../../finance/statement-document.ts';
import { formatPounds, formatWeeks } from '../../render/format.ts';
import type { Block, Section, Table } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { count, pence, text } from '../cells.ts';
import { balanceTable } from './balance-table.ts';
import { type BlockLine, blockName, type Forward, waysOf } from './block-parts.ts';
import { burnDownChart } from './burn-down-chart.ts';
import { burnDownTables } from './burn-down-tables.ts';
import { priceInWords } from './price-in-words.ts';
import { runOutInWords } from './run-out-in-words.ts';
import { tariffDifference } from './tariff-difference.ts';

/** One block: its terms, its balance, and what will become of it. */
export function blockSection(line: BlockLine, document: StatementDocument): Section {
  const { cutOff } = document;
  return {
    id: `block_${line.block}`,
    title: blockName(line),
    blocks: [
      { kind: 'paragraph', role: 'answer', text: runOutInWords(line, cutOff) },
      ...termsOf(line),
      balanceTable(line, document),
      ...(line.forward === undefined ? [] : ahead(line, line.forward, cutOff)),
    ],
  };
}

function termsOf({ terms, lastTerms }: BlockLine): Block[] {
  if (terms !== undefined) return [definitionsOf(terms)];
  if (lastTerms === undefined) return [{ kind: 'note', text: 'This block was withdrawn.' }];
  return [{ kind: 'note', text: 'This block was withdrawn. It was:' }, definitionsOf(lastTerms)];
}

function definitionsOf(terms: NonNullable<BlockLine['terms']>): Block {
  const given = (reference: string | undefined) => reference ?? 'not given';
  return {
    kind: 'definitions',
    items: [
      {
        term: 'Bought',
        text: `${formatWeeks(terms.weeks)} for ${formatPounds(terms.pricePence)}, on ${dateInWords(terms.boughtOn)}`,
      },
      ...tariffOf(terms),
      { term: 'Valid', text: `${dateInWords(terms.validFrom)} to ${dateInWords(terms.validTo)}` },
      { term: 'Order', text: given(terms.orderNumber) },
      { term: 'Contract', text: given(terms.contractRef) },
      { term: 'Invoice', text: given(terms.invoiceRef) },
    ],
  };
}

/** What the tariff asks for, where it is not what the block costs. */
function tariffOf(terms: NonNullable<BlockLine['terms']>) {
  const difference = tariffDifference(terms);
  if (terms.tariffPence === undefined || difference === undefined) return [];
  return [{ term: 'Tariff price', text: `${formatPounds(terms.tariffPence)}: ${difference}` }];
}

function ahead(line: BlockLine, forward: Forward, cutOff: string): Block[] {
  return [
    { kind: 'heading', text: 'What will become of it' },
    outlookTable(line, forward, cutOff),
    { kind: 'list', items: priceInWords(line, cutOff) },
    ...burnDownChart(line, cutOff),
    ...burnDownTables(line, cutOff),
    {
      kind: 'paragraph',
      role: 'small',
      text: 'A week in which nothing changes is left out of these tables; every week is in the worksheet Burn_down of statement.xlsx.',
    },
  ];
}

function outlookTable(line: BlockLine, forward: Forward, cutOff: string): Table {
  return {
    kind: 'table',
    id: `outlook_${line.block}`,
    title: `${blockName(line)}, outlook`,
    columns: [
      { title: 'If it is used', share: 4 },
      { title: 'Runs out in the week ending', share: 5 },
      { title: 'Weeks that will expire', numeric: true, share: 3 },
      { title: 'Charged for them', numeric: true, share: 3 },
      { title: 'Price of each used week', numeric: true, share: 3 },
    ],
    groups: [
      {
        rows: waysOf(line, cutOff).map(({ of, title }) => {
          const { runsOutOn, expiring, effectivePence } = forward[of];
          return [
            text(title),
            text(runsOutOn === undefined ? 'does not run out' : dateInWords(runsOutOn)),
            count(expiring.weeks),
            pence(expiring.pence),
            effectivePence === undefined ? text('none used') : pence(effectivePence),
          ];
        }),
      },
    ],
    notes: [],
  };
}
