import { expect, test } from 'vitest';
import { aMeasure, curve, shares, type Group } from './figures.ts';
import { known } from './reader.ts';

// Events: 10 by day 28, 3 more by day 56. The median is of both units' people and not looked at here.
const steps: Group[] = [[10, 20, 'left'], [3, 40, 'left'], [30]];

test('the events between two shown days are told, and not when one of the days is withheld', () => {
  const measures = { a: aMeasure(curve(...steps)) };
  expect(known(measures)).toMatchObject({ 'a|headline|||events 1–2': '3' });
  // By day 28 none to all 13; so after it as well.
  expect(known(measures, 'a|headline|| node:1', 'a|headline|| at-risk:1')).toMatchObject({
    'a|headline|||events 1–2': '0–13',
  });
  // On day 56 30 of 43 are at risk, 13 less, which all had an event: nobody was censored, so the 33 of day 28 tell it.
  expect(known(measures, 'a|headline|| node:1')).toMatchObject({ 'a|headline|||events 1–2': '3' });
});

test('the censored are who is neither at risk nor had an event', () => {
  const measures = { a: aMeasure(curve([10, 20, 'left'], [3, 10], [30])) };
  // 43 − 10 − 30 = 3.
  expect(known(measures)).toMatchObject({ 'a|headline|||censored 0–1': '3' });
  const atRisk = [1, 2, 3].map((day) => `a|headline|| at-risk:${day}`);
  expect(known(measures, ...atRisk)).toMatchObject({ 'a|headline|||censored 0–1': '0–33' });
});

test('the parts add up to the events', () => {
  const measures = { a: aMeasure(curve([9, 20, 'left'], [3, 20, 'died'], [30])) };
  expect(known(measures, 'a|headline|| part:died')).toEqual({ 'a|headline|||died': '3' });
  expect(known(measures, 'a|headline|| part:died', 'a|headline|| part:left')).toEqual({
    'a|headline|||died': '0–12',
  });
});

test('beyond all follow-up nothing happens', () => {
  // All were followed until day 60 at most: the 3 after day 56 are those by day 84.
  const measures = { a: aMeasure(curve([10, 20, 'left'], [3, 58, 'left'], [20, 60])) };
  expect(known(measures)).toMatchObject({
    'a|headline|||events 2–3': '3',
    'a|headline|||events 2–4': '3',
  });
  // Of day 84 nothing is told that could be withheld.
  expect(() => known(measures, 'a|headline|| node:3')).toThrow('There is no');
});

test('those without an event by a day, or in all, are told by those with one', () => {
  // 33 of whom 10 left by day 28 and 20 more by day 56.
  const measures = { a: aMeasure(curve([10, 20, 'left'], [20, 40, 'left'], [3])) };
  const free = {
    'a|headline|||free 2': '3',
    'a|headline|||free 3': '3',
    'a|headline|||without an event': '3',
  };
  expect(known(measures)).toMatchObject(free);
  // Not so who is at risk: any of the 3 may have been lost to follow-up before.
  const atRisk = [1, 2, 3].map((day) => `a|headline|| at-risk:${day}`);
  expect(known(measures, ...atRisk)).toMatchObject({
    ...free,
    'a|headline|||at risk 2': '0–3',
    'a|headline|||at risk 3': '0–3',
  });
  expect(known(measures)).not.toHaveProperty('a|headline|||free 1');
});

test('of a curve of nobody nothing is withheld', () => {
  // All that is said of men is said of nobody: with 8 in whole the women are 8.
  const splits = { sex: { female: curve([3, 20, 'left'], [5]), male: curve() } };
  const measures = { a: aMeasure(curve([3, 20, 'left'], [5]), { splits }) };
  const all = ['figure', 'node:3', 'node:4', 'part:left', 'part:died', 'at-risk:3', 'node:1', 'node:2'];
  expect(known(measures, ...all.map((unit) => `a|split|sex|female ${unit}`))).toMatchObject({
    'a|split|sex|female|events': '3',
  });
  expect(() => known(measures, 'a|split|sex|male')).toThrow('There is no');
});

test('another rule is of the same journeys', () => {
  const measures = { a: aMeasure(curve([3]), { sensitivity: { b: curve([3]) } }) };
  expect(known(measures, 'a|headline||')).toMatchObject({ 'a|headline|||journeys': '3' });
  expect(known(measures, 'a|headline||', 'a|sensitivity|b|')).not.toMatchObject({
    'a|headline|||journeys': '3',
  });
});

const both: Group[] = [[10, 20, 'left'], [3, 40, 'died'], [12, 60, 'moved-on'], [30]];
const withOccupancy = { a: aMeasure(curve(...both), { beside: { occupancy: shares(...both) } }) };
const ofOccupancy = (row: number) => [0, 1, 2].map((day) => `a|beside|occupancy| cell:${row}:${day}`);

test('a curve and the shares beside it count the same journeys', () => {
  const few = { a: aMeasure(curve([3]), { beside: { occupancy: shares([3]) } }) };
  expect(known(few, 'a|beside|occupancy|')).toMatchObject({ 'a|beside|occupancy||followed': '3' });
});

test('the events of a curve between two days are those of the shares beside it', () => {
  // Withheld beside: who died and what is open. By day 56 13 had an event, of whom 10 left.
  const died = { 'a|beside|occupancy||died 0–2': '3', 'a|beside|occupancy||died 1–2': '3' };
  const parts = ['a|headline|| part:left', 'a|headline|| part:died'];
  expect(known(withOccupancy, ...parts, ...ofOccupancy(2), ...ofOccupancy(3))).toMatchObject(died);
});

test('the parts of a curve are what the shares beside it ended in all', () => {
  const parts = ['a|headline|| part:left', 'a|headline|| part:died'];
  const nodes = [1, 2, 3, 4].map((node) => `a|headline|| node:${node}`);
  const told = (...more: string[]) => known(withOccupancy, ...parts, ...nodes, ...more);
  // 3 died by day 84, and any of the 30 that are open then may still.
  expect(told()).toMatchObject({ 'a|headline|||died': '3–33' });
  // Of 55 12 moved on and 10 left.
  expect(told(...ofOccupancy(2), ...ofOccupancy(3))).toMatchObject({ 'a|headline|||died': '0–33' });
});
