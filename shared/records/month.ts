import * as z from 'zod';

/** A calendar month, `2026-10`. */
export const monthSchema = z
  .string()
  .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, 'invalid-month: send a month as YYYY-MM');
