import { dateOfDay } from '../../records/london.ts';
import type { Fact } from '../person-history.ts';

type Test = Fact<'test'>['data'];

/** What came of a test: of one that was given by its results, of any other why there are none. */
export type TestOutcome = 'negative' | 'positive' | 'inconclusive' | Exclude<Test['status'], 'provided'>;

export type TestFacts = {
  /** The London date it was collected on, or was due. */
  readonly on: string;
  readonly matrix: Test['matrix'];
  readonly reason: Test['reason'];
  readonly outcome: TestOutcome;
  /** Of one that was given. */
  readonly results: NonNullable<Test['results']>;
};

/** Every test by date, with what came of it. */
export function testFacts(tests: readonly Fact<'test'>[]): TestFacts[] {
  return tests.map(({ day, data }) => ({
    on: dateOfDay(day),
    matrix: data.matrix,
    reason: data.reason,
    outcome: outcomeOf(data),
    results: data.results ?? [],
  }));
}

/**
 * What came of a test. A result that a prescription explains counts as negative; one positive makes the whole
 * positive, and without one a result that is not clear makes the whole so.
 *
 * @example outcomeOf({ ...test, results: [{ substance: 'opiates', result: 'positive', explained: true }] }) // 'negative'
 */
export function outcomeOf({ status, results = [] }: Pick<Test, 'status' | 'results'>): TestOutcome {
  if (status !== 'provided') return status;
  const unexplained = results.filter(({ explained }) => explained !== true).map(({ result }) => result);
  if (unexplained.includes('positive')) return 'positive';
  return unexplained.includes('inconclusive') ? 'inconclusive' : 'negative';
}
