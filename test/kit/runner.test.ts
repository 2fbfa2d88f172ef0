import { expect, test } from 'vitest';
import { differences } from './runner/differences.ts';
import { readCases } from './runner/read-cases.ts';
import { select } from './runner/select.ts';

/** The runner itself: that a case can fail. */

const document = {
  measures: {
    'lapse-recovery': {
      value: 0.6,
      marks: ['u'],
      points: [
        { day: 28, state: 'estimated', value: 0.4 },
        { day: 56, state: 'suppressed' },
      ],
    },
  },
};
const recovery = "$.measures['lapse-recovery']";

test('a path finds by name, by what members equal, and all members', () => {
  expect(select(document, `${recovery}.points[?@.day==28].value`)).toEqual([0.4]);
  expect(select(document, `${recovery}.points[?@.day==28 && @.state=='suppressed']`)).toEqual([]);
  expect(select(document, `${recovery}.points[*].day`)).toEqual([28, 56]);
  expect(select(document, '$.measures.attendance')).toEqual([]);
  expect(() => select(document, '$..value')).toThrow('not a path of the kit');
  expect(() => select(document, '$.measures[?@.value>0]')).toThrow('not a condition of the kit');
});

test.each([
  ['another number', { expect: { [`${recovery}.value`]: 0.6000001 } }],
  ['nothing there', { expect: { [`${recovery}.lower`]: null } }],
  ['two things there', { expect: { [`${recovery}.points[*]`]: {} } }],
  ['another member of an object', { expect: { [recovery]: { value: 0.6, marks: ['p'] } } }],
  ['a list of another length', { expect: { [`${recovery}.marks`]: [] } }],
  [
    'a figure that should be withheld',
    { expect: { [`${recovery}.points[?@.day==28]`]: { state: 'suppressed' } } },
  ],
  ['something that should not be there', { expect: {}, absent: [`${recovery}.value`] }],
  ['too little withheld', { expect: {}, withheld: [{ of: `${recovery}.points[*]`, atLeast: 2 }] }],
])('%s is a difference', (_, expected) => {
  expect(differences(document, expected)).toHaveLength(1);
});

test('a number beside what is withheld is a difference', () => {
  const leaking = { day: 28, state: 'suppressed', atRisk: 3 };
  expect(differences(leaking, { expect: { $: { state: 'suppressed' } } })).toHaveLength(1);
});

test('what is as expected is none, to within a thousand-millionth', () => {
  const expected = {
    expect: {
      [recovery]: { value: 0.6 + 1e-10, marks: ['u'] },
      [`${recovery}.points[?@.day==56]`]: { state: 'suppressed' },
    },
    absent: [`${recovery}.lower`],
    withheld: [{ of: `${recovery}.points[*]`, atLeast: 1 }],
  };
  expect(differences(document, expected)).toEqual([]);
});

test('no two cases share a commissioner or a provider', () => {
  const codes = readCases().flatMap(({ setup: { commissioners, providers } }) => [
    ...Object.keys(commissioners),
    ...Object.keys(providers),
  ]);
  expect(codes).toHaveLength(new Set(codes).size);
});
