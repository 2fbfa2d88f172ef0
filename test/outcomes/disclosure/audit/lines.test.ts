import { expect, test } from 'vitest';
import { isBelieved, linesOf, tidied } from '../../../../shared/outcomes/disclosure/audit/lines.ts';

test('a tidied form has each atom once, in order, and none that came to nothing', () => {
  const form = [
    { atom: 7, times: 1 },
    { atom: 2, times: 1 },
    { atom: 7, times: 2 },
    { atom: 4, times: 1 },
    { atom: 4, times: -1 },
  ];
  expect(tidied(form)).toEqual([
    { atom: 2, times: 1 },
    { atom: 7, times: 3 },
  ]);
  expect(tidied([{ atom: 3, times: 0 }])).toEqual([]);
});

test('one that is tidy already is not made again', () => {
  const form = [
    { atom: 2, times: 1 },
    { atom: 7, times: -1 },
  ];
  expect(tidied(form)).toBe(form);
});

test('a number that is as much as its least is believed to be, one below it or without one is not', () => {
  const line = { form: [], unit: 1 } as const;
  expect(isBelieved({ ...line, value: 1, least: 1 })).toBe(true);
  expect(isBelieved({ ...line, value: 0, least: 1 })).toBe(false);
  expect(isBelieved({ ...line, value: 0, least: 0 })).toBe(false);
});

test('identities come first, and are of no unit', () => {
  const sum = [
    { atom: 0, times: 1 },
    { atom: 1, times: 1 },
  ];
  const {
    lines,
    linesOf: byAtom,
    linesOfUnit,
  } = linesOf({
    truth: [3, 6],
    identities: [{ form: sum, value: 9 }],
    statements: [
      { unit: 5, form: [{ atom: 1, times: 1 }], value: 6, least: 1 },
      { unit: 5, form: sum, value: 9, least: 0 },
    ],
    secrets: [],
  });
  expect(lines.map(({ unit }) => unit)).toEqual([undefined, 5, 5]);
  expect(byAtom).toEqual([
    [0, 2],
    [0, 1, 2],
  ]);
  expect([...linesOfUnit]).toEqual([[5, [1, 2]]]);
});
