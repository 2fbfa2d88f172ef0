import { type Amount, isNothing } from '../../finance/amount.ts';
import type { StatementDocument } from '../../finance/statement-document.ts';
import { vatOn, type VatTreatment } from '../../finance/vat.ts';
import { dateInWords, lastDayOf, monthInWords } from '../calendar.ts';
import { adjustedMoves } from './adjusted-moves.ts';
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
    .filter(({ bought }) => !isNothing(bought))
    .map((line) => ({
      name: blockName(line),
      description: line.terms ? sentence(boughtInWords(line.terms)) : `Bought in ${monthInWords(month)}`,
      ...referencesOf(line),
      month,
      ...priced(line.bought),
    }));
}

function spotLines({ spot, month }: StatementDocument): Untaxed[] {
  return spot
    .filter(({ used }) => !isNothing(used))
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

/** What changed in the blocks bought in an earlier month: a line for each of them. */
function boughtAdjustments({ blocks }: StatementDocument): Untaxed[] {
  return blocks.flatMap((line) =>
    adjustedMoves(line)
      .filter(({ move }) => move === 'Bought')
      .map(({ month, amount }) => ({
        ...adjustedPurchase(line, month, amount),
        ...referencesOf(line),
        month,
        ...priced(amount),
      })),
  );
}

/** Why a purchase of an earlier month is in this invoice. */
function adjustedPurchase({ block, service, terms, opening }: BlockLine, month: string, amount: Amount) {
  if (amount.weeks === 0)
    return {
      name: `Price of block ${block} amended`,
      description: `Adjustment for ${monthInWords(month)}: the price as it is now, less what was invoiced`,
    };
  const name = `Adjustment for ${monthInWords(month)}: block ${block}, ${serviceInWords(service).toLowerCase()}`;
  const isAll = terms?.weeks === amount.weeks && terms.pricePence === amount.pence;
  if (terms !== undefined && isAll && isNothing(opening) && terms.boughtOn.startsWith(month))
    return { name, description: `Recorded late: ${boughtInWords(terms)}` };
  return { name, description: `What was bought in ${monthInWords(month)}, less what was invoiced for it` };
}

const referencesOf = ({ block, lastTerms, terms = lastTerms }: BlockLine) => ({
  block,
  orderNumber: terms?.orderNumber,
  contractRef: terms?.contractRef,
  invoiceRef: terms?.invoiceRef,
});

const boughtInWords = ({ boughtOn, validFrom, validTo }: NonNullable<BlockLine['terms']>): string =>
  `bought on ${dateInWords(boughtOn)}, valid from ${dateInWords(validFrom)} to ${dateInWords(validTo)}`;

/** Weeks and pence as quantity and price: the price of one week where that is whole pence, else of all of them. */
function priced({ weeks, pence }: Amount) {
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
