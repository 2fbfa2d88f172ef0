import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { looksPersonal } from '../../shared/records/personal-identifier.ts';

describe('a reference that looks personal', () => {
  test.each([
    // 9434765919 and 4010232137 are printed as valid examples in the NHS Data Dictionary and by NHS Digital.
    ['an NHS number', '9434765919'],
    ['an NHS number in its usual groups', '943-476-5919'],
    ['an NHS number inside a longer reference', 'SU.4010232137'],
    ['a National Insurance number', 'AB123456C'],
    ['a National Insurance number with separators', 'ab-12-34-56-c'],
    ["HMRC's own printed example", 'QQ123456C'],
    ['an NHS number in other groups', '943-4765919'],
    ['an NHS number with mixed separators', '943-476.5919'],
    ['an NHS number digit by digit', '9.4.3.4.7.6.5.9.1.9'],
    ['a National Insurance number behind a prefix', 'SU-AB123456C'],
    ['a mobile number', '07700900123'],
    ['a mobile number behind a word', 'tel-07700900123'],
    ['a mobile number before a letter', '07700900123x'],
    ['an attributor behind a prefix', 'SU-ZQ120385M'],
    ['a mobile number from abroad', '447700900123'],
    ['a London number', '02079460123'],
    ['an e-mail address', 'someone1@example.org'],
    ['initials, birth date and sex', 'JS12031985F'],
    ['initials, a birth date with two digits for the year and sex', 'JS120385M'],
    ['initials, a birth date written year first and sex', 'JS19850312F'],
  ])('%s', (_, reference) => {
    expect(looksPersonal(reference, 'reference')).toBe(true);
  });
});

describe('a reference that does not', () => {
  test.each([
    ['a serial number', 'SU-0042'],
    ['ten digits that fail Modulus 11', '9434765918'],
    ['ten digits whose check digit would be ten', '1000000010'],
    ['a year and a serial number', '2026-000123'],
    ['eleven digits', '94347659190'],
    ['a prefix that National Insurance numbers never have', 'SU123456A'],
    ['two letters and six digits that are no date', 'AB993199F'],
    ['two letters and six digits', 'AB123456'],
    ['letters and digits in one word', 'XAB123456C'],
    ['ten digits with a nought first behind a letter', 'P0100000001'],
    ['a UUID', '3f2b8c1e-6d4a-4f0b-9a57-0c1d2e3f4a5b'],
  ])('%s', (_, reference) => {
    expect(looksPersonal(reference, 'reference')).toBe(false);
  });
});

test('an id may be a date with a serial number, even one that passes Modulus 11', () => {
  // 2·10+0+2·8+6·7+1·6+1·5+0+4·3+0 = 101, and 11 − 101 mod 11 = 9.
  expect(looksPersonal('2026110409', 'reference')).toBe(true);
  expect(looksPersonal('2026110409', 'id')).toBe(false);
  expect(looksPersonal('4010232137', 'id')).toBe(true);
});

test('a UUID is nobody\u2019s number, though one in 2,500 has eleven digits that read as one', () => {
  for (const kind of ['id', 'reference'] as const) {
    // Their last parts have 02701506447, 01462479669 and 09634438901 in them.
    expect(looksPersonal('c57f0378-5b8e-4792-989a-a02701506447', kind)).toBe(false);
    expect(looksPersonal('1479a214-4862-46a1-ae38-01462479669a', kind)).toBe(false);
    expect(looksPersonal('1491EDC2-BA49-4045-BA96-B09634438901', kind)).toBe(false);
    for (let drawn = 0; drawn < 20_000; drawn += 1) expect(looksPersonal(randomUUID(), kind)).toBe(false);
  }
});

test('what is no UUID may not hide a number in the shape of one', () => {
  // Of no version, of no variant, and with more about it.
  expect(looksPersonal('c57f0378-5b8e-0792-989a-a02701506447', 'id')).toBe(true);
  expect(looksPersonal('c57f0378-5b8e-4792-189a-a02701506447', 'id')).toBe(true);
  expect(looksPersonal('x-c57f0378-5b8e-4792-989a-a02701506447', 'id')).toBe(true);
  expect(looksPersonal('c57f0378-5b8e-4792-989a-a02701506447-x', 'id')).toBe(true);
});
