import { expect, test } from 'vitest';
import { type Attempt, judgeRound } from './judge-round.ts';
import type { Version } from './past.ts';

/** One record that stands at version 1, and two who write to it at once. */

const made = (version: number, sender: string, value = sender): Version => ({
  ...{ version, outcome: version === 1 ? 'created' : 'amended', content: { value }, sender },
});
const attempt = (sender: string, status?: number, version = Number.NaN): Attempt => ({
  ...{ sender, content: { value: sender } },
  answer: status === undefined ? undefined : { status, version },
});
const before = [made(1, 'first')];
const [a2, b2, a3, b3] = [made(2, 'a'), made(2, 'b'), made(3, 'a'), made(3, 'b')];
const judge = (attempts: Attempt[], added: Version[], onCondition: boolean) =>
  judgeRound(before, attempts, [...before, ...added], onCondition);

test('on the condition of one version one wins, and the other is refused', () => {
  expect(judge([attempt('a', 200, 2), attempt('b', 412)], [a2], true)).toEqual([]);
  expect(judge([attempt('a', 200, 2), attempt('b', 200, 3)], [a2, b3], true)).toEqual([
    '2 won on the condition of one version',
  ]);
  expect(judge([attempt('a', 412), attempt('b', 412)], [], true)).toEqual([
    'nobody won, and the version that was stated stands',
  ]);
  expect(judge([attempt('a', 200, 2), attempt('b', 412)], [b2], true)).toEqual([
    'a was told version 2, and has none',
    'b was refused with 412, and has version 2',
  ]);
});

test('without a condition both are made, whichever comes first', () => {
  expect(judge([attempt('a', 200, 3), attempt('b', 200, 2)], [b2, a3], false)).toEqual([]);
  expect(judge([attempt('a', 200, 2), attempt('b', 200, 2)], [a2], false)).toEqual([
    'b was told version 2, and has none',
  ]);
  expect(judge([attempt('a', 200, 2), attempt('b', 412)], [a2], false)).toEqual(['b was refused with 412']);
  expect(judge([attempt('a', 200, 2), attempt('b', 409)], [a2], true)).toEqual(['b was refused with 409']);
});

test('what was not answered may be made or not, and once at most', () => {
  expect(judge([attempt('a'), attempt('b', 200, 2)], [b2], false)).toEqual([]);
  expect(judge([attempt('a'), attempt('b', 200, 2)], [b2, a3], false)).toEqual([]);
  expect(judge([attempt('a'), attempt('b', 412)], [a2], true)).toEqual([]);
  expect(judge([attempt('a'), attempt('b')], [], true)).toEqual([]);
  expect(judge([attempt('a'), attempt('b')], [a2, a3], false)).toEqual(['what a sent once was made 2 times']);
});

test('nothing else may be there, and what was there stays', () => {
  expect(judge([attempt('a', 200, 2)], [a2, made(3, 'c')], false)).toEqual([
    'version 3 was amended by c with {"value":"c"}, which nobody sent',
  ]);
  expect(judge([attempt('a', 200, 2)], [made(2, 'a', 'b')], false)).toHaveLength(2);
  expect(judgeRound(before, [attempt('a', 200, 2)], [made(1, 'c'), a2], false)).toEqual([
    'what was there before is another now',
  ]);
});
