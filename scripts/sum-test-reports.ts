/**
 * Adds up what Vitest reported of several runs: each failure with its message on stderr, and on stdout
 * `N passed, N failed, N skipped`. Fails where a test did, or a file, or where a report is missing.
 *
 *     node scripts/sum-test-reports.ts REPORT.json …
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numFailedTestSuites: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});
type Report = z.infer<typeof Report>;

/** A failure is told again at the end, where the output of many tests is not in between; its start says most. */
const MOST_CHARACTERS = 3_000;

function failuresIn({ testResults }: Report): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`${name}\n${message}`];
      return failed.map(({ fullName, failureMessages }) =>
        [`${name}: ${fullName}`, ...failureMessages].join('\n'),
      );
    });
}

let [passed, failed, skipped] = [0, 0, 0];
for (const path of process.argv.slice(2)) {
  const report = Report.parse(JSON.parse(readFileSync(path, 'utf8')));
  for (const failure of failuresIn(report)) console.error(`\nFAILED ${failure.slice(0, MOST_CHARACTERS)}`);
  passed += report.numPassedTests;
  failed += Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
  skipped += report.numPendingTests;
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0) process.exitCode = 1;
