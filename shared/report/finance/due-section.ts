import { isNothing } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import { formatCount, formatPounds, formatWeeks } from '../../render/format.ts';
import type { Block, Section, Table } from '../blocks.ts';
import { pence, text } from '../cells.ts';
import { monthSoFar } from './as-at.ts';
import { type InvoiceLine, invoiceLines } from './invoice-lines.ts';
import { serviceInWords } from './service-in-words.ts';

/** What is due for the month, line by line as it is invoiced. */
export function dueSection(document: StatementDocument): Section {
  const lines = invoiceLines(document);
  const reasons = new Set(lines.map(({ vat }) => vat.exemptionReason ?? `VAT at ${vat.ratePercent}%`));
  return {
    id: 'due',
    title: 'Amount due',
    blocks: [
      ...(lines.length === 0
        ? [{ kind: 'note', text: 'Nothing is due for this month.' } as const]
        : [linesTable(document, lines)]),
      ...noBlockLeft(document).map((words) => ({ kind: 'paragraph', text: words }) as const),
      {
        kind: 'paragraph',
        role: 'small',
        text: [
          'The same lines are in invoice-lines.csv, in the shape of the lines of a Peppol invoice.',
          'Weeks drawn from a block create no debt: the block was invoiced once, when it was bought.',
          ...[...reasons].map((reason) => `${reason}, to be confirmed by finance.`),
        ].join(' '),
      },
    ] satisfies Block[],
  };
}

/** How much of what is charged on the spot a block would have paid for, had one had weeks left. */
function noBlockLeft({ spot }: StatementDocument): string[] {
  return spot
    .filter(({ noBlockLeft: part }) => !isNothing(part))
    .map(
      ({ service, used, noBlockLeft: part }) =>
        `${serviceInWords(service)}, spot: ${formatCount(part.weeks)} of the ${formatWeeks(used.weeks)} (${formatPounds(part.pence)} of ${formatPounds(used.pence)}) ${part.weeks === 1 ? 'was' : 'were'} used by placements funded by a block that had no weeks left.`,
    );
}

function linesTable(document: StatementDocument, lines: readonly InvoiceLine[]): Table {
  return {
    kind: 'table',
    id: 'due_lines',
    title: `Amount due for ${monthSoFar(document)}`,
    columns: [
      { title: 'What', share: 8 },
      { title: 'Placement weeks', numeric: true, share: 3 },
      { title: 'Price', numeric: true, share: 3.5 },
      { title: 'Pounds', numeric: true, share: 3 },
    ],
    groups: [
      {
        rows: lines.map((line) => [
          text(line.name),
          text(line.unit === 'WEE' ? formatCount(line.quantity) : 'not in weeks'),
          text(priceOf(line)),
          pence(line.amountPence),
        ]),
      },
      { rows: [[text('Amount due'), text(''), text(''), pence(document.due.total)]], sum: true },
    ],
    notes: [],
  };
}

function priceOf({ pricePence, baseQuantity }: InvoiceLine): string {
  const price = formatPounds(pricePence);
  return baseQuantity === 1 ? price : `${price} for ${formatCount(baseQuantity)}`;
}
