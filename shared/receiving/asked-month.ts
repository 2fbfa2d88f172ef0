import { AppError } from '../platform/errors.ts';
import { londonDate } from '../records/london.ts';
import { monthSchema } from '../records/month.ts';

/**
 * The month that was asked about, once it has begun.
 *
 * @throws AppError 400 `invalid-month`, and `month-ahead` where it has not begun
 */
export function askedMonth(asked: string | undefined, now: string): string {
  const { success, data: month } = monthSchema.safeParse(asked);
  if (!success) throw new AppError(400, 'invalid-month', 'Send the month as YYYY-MM, such as 2026-10.');
  if (month > londonDate(now).slice(0, 7))
    throw new AppError(400, 'month-ahead', 'This month has not begun; ask about it from its first day on.');
  return month;
}
