/**
 * The month that is so many months after another; before it, where the number is negative.
 *
 * @example monthsLater('2026-11', 2) // '2027-01'
 */
export function monthsLater(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
