import * as z from 'zod';
import { looksPersonal } from './personal-identifier.ts';

/**
 * The fields that records are made of. Every message says what to send and never repeats what was sent; a problem
 * with a code of its own carries it as the message's prefix `code: `, which `issuesOf` takes apart.
 */

const ID = /^(?!\.+$)[A-Za-z0-9._-]{1,64}$/;

/** A dictionary by codes would take this one for its prototype, and JSON that holds it is refused. */
const PROTOTYPE = '__proto__';

/** A code the operator or a provider gives out: ids of records, codes of commissioners, groups and services. */
export const codeSchema = z
  .string()
  .regex(ID, 'malformed-id: use 1 to 64 letters, digits, full stops, underscores and hyphens')
  .refine((value) => !looksPersonal(value, 'id'), 'personal-identifier: looks like an identifier of a person')
  .refine((value) => value !== PROTOTYPE, 'reserved-id: choose another code');

/**
 * A reference a provider gives to a person, worker or family member: a code with at least one digit that is no
 * NHS number, National Insurance number, telephone number, e-mail address or attributor.
 */
export const referenceSchema = z
  .string()
  .refine((value) => !looksPersonal(value, 'reference'), {
    error:
      'personal-identifier: looks like an identifier of a person; send a reference that means nothing elsewhere',
    abort: true,
  })
  .regex(ID, {
    error: 'malformed-id: use 1 to 64 letters, digits, full stops, underscores and hyphens',
    abort: true,
  })
  .regex(/\d/, 'no-digit: a reference has at least one digit, so that no name is sent by mistake');

const CENTURY = /^(?:19|20)\d\d-/;

/** An ISO calendar date, `2026-11-04`. */
export const dateSchema = z.iso
  .date({ error: 'invalid-date: send a calendar date as YYYY-MM-DD', abort: true })
  .regex(CENTURY, 'invalid-date: send a year from 1900 to 2099');

/** An ISO instant with its offset, `2026-07-01T16:00:00+01:00`. */
export const instantSchema = z.iso
  .datetime({
    offset: true,
    error: 'invalid-instant: send a date and time with its offset, such as 2026-07-01T16:00:00+01:00',
    abort: true,
  })
  .regex(CENTURY, 'invalid-instant: send a year from 1900 to 2099')
  .max(40, 'invalid-instant: send seconds with at most a few decimals');

export const substanceSchema = z.enum([
  'alcohol',
  'opiates',
  'crack',
  'powder-cocaine',
  'amphetamines',
  'cannabis',
  'benzodiazepines',
  'other',
]);

export const childrenSchema = z.enum([
  'none',
  'living-with',
  'looked-after',
  'protection-register',
  'protection-proceedings',
]);

/** A whole number. */
export const wholeSchema = z.int({ error: 'wrong-type: send a whole number' });

/** A whole number of days in a period of 28. */
export const daysOf28Schema = wholeSchema.min(0).max(28);

/** A self-rating of the Treatment Outcomes Profile, 0 (poor) to 20 (good). */
export const ratingSchema = wholeSchema.min(0).max(20);
