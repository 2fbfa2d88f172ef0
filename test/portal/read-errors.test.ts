import { expect, test } from 'vitest';
import { readErrors } from '../../portal/pages/uploads/read-errors.ts';

const HEAD = 'sheet,row,column,problem,message,allowed\n';

test('reads a line into its row, column and what is wrong', () => {
  expect(readErrors(`${HEAD}lapses,7,openedOn,required,this field is required,\n`, 10)).toEqual([
    {
      ...{ sheet: 'lapses', row: '7', column: 'openedOn' },
      ...{ problem: 'required', message: 'this field is required', allowed: '' },
    },
  ]);
});

test('commas, quotes and new lines within quotes belong to their cell', () => {
  const [error] = readErrors(`${HEAD}tests,2,"a,b",x,"say ""no"",\nor yes","1; 2"\r\n`, 10);
  expect(error).toMatchObject({ column: 'a,b', message: 'say "no",\nor yes', allowed: '1; 2' });
});

test('no more than so many are read, and none of a line that was cut off', () => {
  const line = 'lapses,7,openedOn,required,this field is required,\n';
  expect(readErrors(HEAD + line.repeat(5), 3)).toHaveLength(3);
  expect(readErrors(`${HEAD}${line}lapses,8,open`, 10)).toHaveLength(1);
});
