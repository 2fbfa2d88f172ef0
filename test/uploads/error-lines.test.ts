import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { errorLines } from '../../shared/uploads/error-lines.ts';
import { FORMULA_LIKE } from '../support/formula-like.ts';

test('a line names sheet, row and field of the sender’s, and what may be sent', () => {
  const issue = { field: 'sex', code: 'not-allowed', message: 'send one of the allowed values' };
  expect(errorLines('placement', 7, [{ ...issue, allowed: ['female', 'male'] }])).toEqual([
    'placements,7,sex,not-allowed,send one of the allowed values,female; male',
  ]);
});

test.each([...FORMULA_LIKE, '=HYPERLINK("http://example.org")'])(
  'a cell that begins like a formula, %j, is a text, whichever it is',
  (text) => {
    const issue = { field: text, code: text, message: text, allowed: [text] };
    const [cells]: string[][] = parse(errorLines('placement', 2, [issue]).join('\n'), {
      record_delimiter: '\n',
    });
    expect(cells).toEqual(['placements', '2', ...Array.from({ length: 4 }, () => `'${text}`)]);
  },
);
