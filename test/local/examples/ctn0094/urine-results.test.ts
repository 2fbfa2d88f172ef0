import { expect, test } from 'vitest';
import { staysOf } from '../../../../local/examples/ctn0094/stays.ts';
import { prescribedOn, urineResults } from '../../../../local/examples/ctn0094/urine-results.ts';
import { aPhase } from './a-person.ts';

test('is negative for the five substances that every trial screened for', () => {
  expect(urineResults([], undefined)).toEqual([
    { substance: 'opiates', result: 'negative' },
    { substance: 'powder-cocaine', result: 'negative' },
    { substance: 'amphetamines', result: 'negative' },
    { substance: 'cannabis', result: 'negative' },
    { substance: 'benzodiazepines', result: 'negative' },
  ]);
});

test('gives each substance one result, also where two drug groups are one', () => {
  expect(urineResults(['Sedatives', 'Mdma/Hallucinogen', 'Thc', 'Thc'], undefined)).toEqual([
    { substance: 'other', result: 'positive' },
    { substance: 'cannabis', result: 'positive' },
    { substance: 'opiates', result: 'negative' },
    { substance: 'powder-cocaine', result: 'negative' },
    { substance: 'amphetamines', result: 'negative' },
    { substance: 'benzodiazepines', result: 'negative' },
  ]);
});

test('explains what the trial prescribed', () => {
  expect(urineResults(['Methadone'], 'Methadone')[0]).toEqual({
    ...{ substance: 'opiates', result: 'positive', explained: true },
  });
});

test('explains no opiates when another opioid was found beside what was prescribed', () => {
  expect(urineResults(['Methadone', 'Opioid'], 'Methadone')[0]).toEqual({
    ...{ substance: 'opiates', result: 'positive' },
  });
});

test.each([
  { treatment: 'Methadone', day: 5, drug: 'Methadone' },
  { treatment: 'Outpatient BUP + SMM', day: 33, drug: 'Buprenorphine' },
  { treatment: 'Inpatient NR-NTX', day: 5, drug: undefined },
  { treatment: 'Methadone', day: 4, drug: undefined },
  { treatment: 'Methadone', day: 34, drug: undefined },
])('prescribes on day $day of $treatment, started on day 5 with 28 days of medication: $drug', (said) => {
  const phase = aPhase({ treatment: said.treatment, medicatedToDay: 33 });
  const stays = staysOf(
    [phase],
    [
      { day: 33, visits: [] },
      { day: 60, visits: [] },
    ],
    [],
  );
  expect(prescribedOn(stays, said.day)).toBe(said.drug);
});

test('prescribes nothing after the placement', () => {
  expect(prescribedOn(staysOf([aPhase()], [{ day: 12, visits: [] }], []), 13)).toBeUndefined();
});
