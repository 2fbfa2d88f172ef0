import type { TestFacts, TestOutcome } from '../../outcomes/reports/test-facts.ts';
import { listInWords } from '../list-in-words.ts';
import { counted } from './counted.ts';

const GIVEN = ['negative', 'positive', 'inconclusive'] as const;

const NOT_GIVEN: readonly (readonly [TestOutcome, string])[] = [
  ['missed', 'missed'],
  ['refused', 'refused'],
  ['invalid', 'not valid'],
  ['excused', 'excused'],
];

/**
 * The tests in a sentence or two.
 *
 * @example testsInWords(tests) // '12 tests were given: 11 were negative and 1 positive. 1 more was missed.'
 */
export function testsInWords(tests: readonly TestFacts[]): string {
  if (tests.length === 0) return 'No test is recorded.';
  const of = (wanted: TestOutcome) => tests.filter(({ outcome }) => outcome === wanted).length;
  const [negative, positive, unclear] = GIVEN.map(of);
  const given = GIVEN.reduce((sum, outcome) => sum + of(outcome), 0);
  const results = listInWords([
    ...(negative ? [`${negative} negative`] : []),
    ...(positive ? [`${positive} positive`] : []),
    ...(unclear ? [`${unclear} not clear`] : []),
  ]);
  const others = NOT_GIVEN.flatMap(([outcome, words]) =>
    of(outcome) > 0 ? [`${of(outcome)} ${words}`] : [],
  );
  const sentences = [
    given === 0 ? 'No test was given.' : `${counted(given, ['test was', 'tests were'])} given: ${results}.`,
    ...(others.length === 0 ? [] : [`Not given: ${listInWords(others)}.`]),
  ];
  return sentences.join(' ');
}
