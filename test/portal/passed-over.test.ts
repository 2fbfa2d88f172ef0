import { expect, test } from 'vitest';
import { passedOver } from '../../portal/words/passed-over.ts';

test.each([
  [[], ''],
  [[3], 'Sheet 3 of the workbook was passed over: it is named after no kind of record.'],
  [[1, 4], 'Sheets 1 and 4 of the workbook were passed over: they are named after no kind of record.'],
  [[1, 4, 6], 'Sheets 1, 4 and 6 of the workbook were passed over: they are named after no kind of record.'],
])('sheets %j', (sheets, sentence) => {
  expect(passedOver(sheets)).toBe(sentence);
});
