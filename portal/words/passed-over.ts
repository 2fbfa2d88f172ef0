/**
 * Which sheets of a workbook were passed over, in a sentence; by their places, as their names are not known here.
 *
 * @example passedOver([2]) // 'Sheet 2 of the workbook was passed over: it is named after no kind of record.'
 */
export function passedOver(sheets: readonly number[]): string {
  const [last, ...rest] = sheets.map(String).reverse();
  if (last === undefined) return '';
  if (rest.length === 0)
    return `Sheet ${last} of the workbook was passed over: it is named after no kind of record.`;
  const first = rest.reverse().join(', ');
  return `Sheets ${first} and ${last} of the workbook were passed over: they are named after no kind of record.`;
}
