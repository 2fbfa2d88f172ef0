import type { StatementDocument } from '../../finance/statement-document.ts';
import { vatOn, type VatTreatment } from '../../finance/vat.ts';
import { dateInWords, lastDayOf, monthInWords } from '../calendar.ts';
import { type BlockLine, blockName } from './block-parts.ts';
import { serviceInWords } from './service-in-words.ts';

/**
 * One line of the invoice that a statement asks for. `amountPence` is `quantity` × `pricePence` ÷ `baseQuantity`,
 * exactly: where the price of one week is no whole penny, the price is given for all of them. Prices are never
 * negative; what is taken back has a negative quantity (EN 16931, rule BR-27).
 */
export type InvoiceLine = {
  readonly name: string;
  readonly description: string;
  /** The block that the line is about. */
  readonly block?: string;
  readonly orderNumber?: string | undefined;
  readonly contractRef?: string | undefined;
  readonly invoiceRef?: string | undefined;
  /** The month that the line is about, whenever it is invoiced. */
  readonly month?: string;
  readonly quantity: number;
  /** UN/ECE Recommendation 20: a week, or one, where the line is not in weeks. */
  readonly unit: 'WEE' | 'C62';
  readonly pricePence: number;
  readonly baseQuantity: number;
  readonly amountPence: number;
  readonly vat: VatTreatment;
};

/**
 * The lines of a statement's invoice: each block bought in the month, each service used on the spot, each adjustment
 * of an earlier month. Their amounts add up to what is due.
 *
 * @example sumOf(invoiceLines(document)) === document.due.total
 */
export function invoiceLines(document: StatementDocument): InvoiceLine[] {
  const vat = vatOn(lastDayOf(document.month));
  const lines = [...boughtLines(document), ...spotLines(document), ...spotAdjustments(document)];
  return [...lines, ...boughtAdjustments(document)].map((line) => ({ ...line, vat }));
}

type Untaxed = Omit<InvoiceLine, 'vat'>;

function boughtLines({ blocks, month }: StatementDocument): Untaxed[] {
  return blocks
    .filter(({ bought }) => bought.weeks !== 0 || bought.pence !== 0)
    .map(({ block, service, terms, bought }) => ({
      name: blockName({ block, service }),
      description: terms ? sentence(boughtInWords(terms)) : `Bought in ${monthInWords(month)}`,
      block,
      orderNumber: terms?.orderNumber,
      contractRef: terms?.contractRef,
      invoiceRef: terms?.invoiceRef,
      month,
      ...priced(bought),
    }));
}

function spotLines({ spot, month }: StatementDocument): Untaxed[] {
  return spot
    .filter(({ used }) => used.weeks !== 0 || used.pence !== 0)
    .map(({ service, used }) => ({
      name: `${serviceInWords(service)}, spot, ${monthInWords(month)}`,
      description: 'Placement weeks charged to no block',
      month,
      ...priced(used),
    }));
}

function spotAdjustments({ spot }: StatementDocument): Untaxed[] {
  return spot.flatMap(({ service, adjustments }) =>
    adjustments.map(({ month, ...amount }) => ({
      name: `Adjustment for ${monthInWords(month)}: ${serviceInWords(service).toLowerCase()}, spot`,
      description: `What ${monthInWords(month)} should have said, less what was invoiced for it`,
      month,
      ...priced(amount),
    })),
  );
}

/**
 * What changed in blocks that were bought in an earlier month. The statement has it as one sum, which is what is left
 * of the adjustments that are due: a line for each block where that is the price of those recorded late, else one.
 */
function boughtAdjustments(document: StatementDocument): Untaxed[] {
  const { due, spot, blocks } = document;
  const ofSpot = spot.flatMap(({ adjustments }) => adjustments).reduce((sum, { pence }) => sum + pence, 0);
  const amountPence = due.adjustments - ofSpot;
  if (amountPence === 0) return [];
  const late = blocks.flatMap((line) => lateLine(line, document.month));
  if (late.reduce((sum, line) => sum + line.amountPence, 0) === amountPence) return late;
  return [
    {
      name: 'Adjustment for earlier months: blocks bought',
      description:
        'Blocks recorded, amended or withdrawn since the statement of the month they were bought in',
      quantity: Math.sign(amountPence),
      unit: 'C62',
      pricePence: Math.abs(amountPence),
      baseQuantity: 1,
      amountPence,
    },
  ];
}

/** The purchase of a block that no statement has had so far although it was bought in an earlier month. */
function lateLine({ block, service, terms, opening, adjustments }: BlockLine, month: string): Untaxed[] {
  const bought = terms?.boughtOn.slice(0, 7);
  if (terms === undefined || bought === undefined || bought >= month) return [];
  if (opening.weeks !== 0 || opening.pence !== 0) return [];
  if (!adjustments.some((adjustment) => adjustment.month === bought)) return [];
  return [
    {
      name: `Adjustment for ${monthInWords(bought)}: block ${block}, ${serviceInWords(service).toLowerCase()}`,
      description: `Recorded late: ${boughtInWords(terms)}`,
      block,
      orderNumber: terms.orderNumber,
      contractRef: terms.contractRef,
      invoiceRef: terms.invoiceRef,
      month: bought,
      ...priced({ weeks: terms.weeks, pence: terms.pricePence }),
    },
  ];
}

const boughtInWords = ({ boughtOn, validFrom, validTo }: NonNullable<BlockLine['terms']>): string =>
  `bought on ${dateInWords(boughtOn)}, valid from ${dateInWords(validFrom)} to ${dateInWords(validTo)}`;

/** Weeks and pence as quantity and price: the price of one week where that is whole pence, else of all of them. */
function priced({ weeks, pence }: { weeks: number; pence: number }) {
  if (weeks === 0 || Math.sign(weeks) !== Math.sign(pence))
    return {
      quantity: pence < 0 ? -1 : 1,
      unit: 'C62' as const,
      pricePence: Math.abs(pence),
      baseQuantity: 1,
      amountPence: pence,
    };
  const whole = pence % weeks === 0;
  return {
    quantity: weeks,
    unit: 'WEE' as const,
    pricePence: whole ? pence / weeks : Math.abs(pence),
    baseQuantity: whole ? 1 : Math.abs(weeks),
    amountPence: pence,
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
