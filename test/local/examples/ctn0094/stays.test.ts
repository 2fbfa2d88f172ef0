import { expect, test } from 'vitest';
import { staysOf } from '../../../../local/examples/ctn0094/stays.ts';
import { aPhase, aVisit } from './a-person.ts';

const seenOn = (...days: number[]) => days.map((day) => ({ day, visits: [] }));
const missed = (day: number, against: 'is_left_study' | 'is_missing_14_consecutive' | 'is_no_show') => ({
  day,
  visits: [aVisit(day, day, { against })],
});

test('has completed who was seen at most 28 days apart up to the planned end', () => {
  expect(staysOf([aPhase()], seenOn(33, 61, 89, 117, 145), [])).toMatchObject([
    { startDay: 5, endDay: 173, endReason: 'completed' },
  ]);
});

test('has left, on the day last seen, who was not seen for 29 days, and takes no later visit for a return', () => {
  expect(staysOf([aPhase()], seenOn(33, 62, 90, 118, 146, 174), [])).toMatchObject([
    { endDay: 33, endReason: 'left' },
  ]);
});

test('has left on the first day who was never seen again', () => {
  expect(staysOf([aPhase()], [], [])).toMatchObject([{ endDay: 5, endReason: 'left' }]);
});

test('has withdrawn where a visit missed after the day last seen says so, and says which', () => {
  const absent = [missed(19, 'is_left_study'), missed(40, 'is_no_show'), missed(47, 'is_left_study')];
  expect(staysOf([aPhase()], seenOn(12, 33), absent)).toMatchObject([
    { endDay: 33, endReason: 'withdrawn', told: ['visit.csv:47'] },
  ]);
});

test('has left who was dropped for two weeks of absence', () => {
  expect(staysOf([aPhase()], seenOn(12), [missed(26, 'is_missing_14_consecutive')])).toMatchObject([
    { endDay: 12, endReason: 'left', told: ['visit.csv:26'] },
  ]);
});

const first = aPhase({ startDay: 5, plannedEndDay: 89 });
const second = aPhase({ number: '2', startDay: 50, plannedEndDay: 218 });

test('was transferred into the second phase, the day before it, who was seen up to it', () => {
  expect(staysOf([first, second], seenOn(12, 40, 50, 60), [])).toMatchObject([
    { endDay: 49, endReason: 'transferred' },
    { endDay: 60, endReason: 'left' },
  ]);
});

test('left the first phase who came back for the second after more than 28 days', () => {
  expect(staysOf([first, second], seenOn(12), [])).toMatchObject([{ endDay: 12, endReason: 'left' }, {}]);
});

test('completed a first phase whose plan ended before the second', () => {
  const late = aPhase({ number: '2', startDay: 95, plannedEndDay: 263 });
  expect(staysOf([first, late], seenOn(30, 58, 80), [])).toMatchObject([
    { endDay: 89, endReason: 'completed' },
    { startDay: 95 },
  ]);
});
