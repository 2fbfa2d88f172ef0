import * as z from 'zod';
import { isBefore } from '../records/cross-checks.ts';
import { codeSchema, dateSchema, wholeSchema } from '../records/fields.ts';
import { dayOf } from '../records/london.ts';
import { recordType } from '../records/record-type.ts';
import { documentReferenceSchema } from './document-reference.ts';
import { mondayOf, sundayOf, weekOfDay } from './iso-week.ts';
import { penceSchema } from './pence.ts';
import { tariffOn } from './tariff.ts';

/** A mistyped year would make statements of decades. */
const MOST_DAYS_AHEAD = 366;
const MOST_DAYS = 3 * 365 + 1;

/** What is charged to no block. A claim says it in place of a block's id, so no block may be called that. */
export const SPOT = 'spot';

/** The id of a block. */
export const blockIdSchema = codeSchema.refine((id) => id !== SPOT, {
  error: 'reserved-id: spot means no block; choose another id',
});

/** Weeks of one service bought in advance, by one commissioner of one provider, at a reduction. */
const blockSchema = z.strictObject({
  provider: codeSchema,
  commissioner: codeSchema,
  service: z.enum(['day-programme', 'aftercare']),
  weeks: wholeSchema.min(1).max(10_000),
  pricePence: penceSchema.min(1).max(10_000_000_000),
  boughtOn: dateSchema,
  /** The first week's Monday and the last week's Sunday. */
  validFrom: dateSchema,
  validTo: dateSchema,
  orderNumber: documentReferenceSchema.optional(),
  contractRef: documentReferenceSchema.optional(),
  invoiceRef: documentReferenceSchema.optional(),
});

export type Block = z.infer<typeof blockSchema>;

/** A block under its id, which is unique in the whole system. */
export type BlockRecord = { readonly id: string; readonly data: Block };

export const block = recordType({
  type: 'block',
  collection: 'blocks',
  schema: blockSchema,
  check: ({ service, weeks, boughtOn, validFrom, validTo }, problem) => {
    if (validFrom !== undefined && !isMonday(validFrom))
      problem('validFrom', 'not-a-monday: send the Monday of the first week');
    if (validTo !== undefined && !isSunday(validTo))
      problem('validTo', 'not-a-sunday: send the Sunday of the last week');
    if (isBefore(validTo, validFrom)) problem('validTo', 'date-order: must be on or after validFrom');
    if (isBefore(validFrom, boughtOn))
      problem('boughtOn', 'date-order: must be on or before validFrom: a block is bought in advance');
    if (daysBetween(boughtOn, validFrom) > MOST_DAYS_AHEAD)
      problem('boughtOn', 'too-early: must be at most a year before validFrom');
    if (daysBetween(validFrom, validTo) > MOST_DAYS)
      problem('validTo', 'too-late: must be within three years of validFrom');
    if (service !== undefined && weeks !== undefined && boughtOn !== undefined) {
      const smallest = tariffOn(boughtOn)[service].bands[0].fromWeeks;
      if (weeks < smallest)
        problem('weeks', `too-few-weeks: a block of this service has at least ${smallest} weeks`);
    }
  },
  subjectOf: ({ commissioner }) => ({ kind: 'commissioner', commissioner }),
  happenedAt: ({ boughtOn }) => boughtOn,
});

function daysBetween(from: string | undefined, to: string | undefined): number {
  return from === undefined || to === undefined ? 0 : dayOf(to) - dayOf(from);
}

function isMonday(date: string): boolean {
  const day = dayOf(date);
  return mondayOf(weekOfDay(day)) === day;
}

function isSunday(date: string): boolean {
  const day = dayOf(date);
  return sundayOf(weekOfDay(day)) === day;
}

/**
 * What one week of a block is worth: its price divided by its weeks, rounded down to the penny. What the rounding
 * leaves, less than a penny a week, stays in the block and goes with its last week, so that the parts always add up
 * to the price. A block at the tariff leaves nothing.
 *
 * @example weekPence({ pricePence: 954_180, weeks: 36 }) // 26_505
 */
export function weekPence({ pricePence, weeks }: Pick<Block, 'pricePence' | 'weeks'>): number {
  return Math.floor(pricePence / weeks);
}

/**
 * What is left of the price after so many weeks of a block.
 *
 * @example penceLeft({ pricePence: 1_000, weeks: 36 }, 35) // 55: the last week's 27 and the 28 that rounding left
 */
export function penceLeft(terms: Pick<Block, 'pricePence' | 'weeks'>, used: number): number {
  return used === terms.weeks ? 0 : terms.pricePence - used * weekPence(terms);
}
