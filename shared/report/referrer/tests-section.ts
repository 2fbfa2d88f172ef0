import type { PlacementFacts } from '../../outcomes/reports/placement-facts.ts';
import type { TestFacts } from '../../outcomes/reports/test-facts.ts';
import type { Block, Section } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { text } from '../cells.ts';
import { lowered } from '../first-letter.ts';
import { plainTable } from '../plain-table.ts';
import { testsChart } from './tests-chart.ts';
import { testsInWords } from './tests-in-words.ts';
import { SAMPLES, SUBSTANCES, TEST_OUTCOMES, TEST_REASONS } from './words.ts';

/** The tests over time: in a sentence, as a chart, and each by its date. */
export function testsSection(facts: PlacementFacts): Section {
  const { tests } = facts;
  const blocks: Block[] =
    tests.length === 0
      ? []
      : [
          testsChart(facts),
          {
            kind: 'paragraph',
            role: 'small',
            text: 'A test tells of use in the days that its sample can look back over, and of no others: a negative result does not exclude use before them, and a test that was not given tells of no use and of no abstinence. A positive result that a prescription explains counts as negative.',
          },
          testsTable(tests),
        ];
  return {
    id: 'tests',
    title: 'Tests over time',
    blocks: [{ kind: 'paragraph', text: testsInWords(tests) }, ...blocks],
  };
}

const testsTable = (tests: readonly TestFacts[]): Block =>
  plainTable(
    {
      id: 'tests',
      title: 'Every test, by date',
      columns: [
        { title: 'Date', share: 3 },
        { title: 'Sample', share: 2 },
        { title: 'Why', share: 2.4 },
        { title: 'What came of it', share: 2.8 },
        { title: 'Results', share: 6.8 },
      ],
    },
    tests.map((test) => [
      text(dateInWords(test.on)),
      text(SAMPLES[test.matrix]),
      text(TEST_REASONS[test.reason]),
      text(TEST_OUTCOMES[test.outcome]),
      text(resultsInWords(test)),
    ]),
  );

function resultsInWords({ results }: TestFacts): string {
  if (results.length === 0) return 'None';
  const told = results.map(({ substance, result, explained }) => {
    const words = lowered(TEST_OUTCOMES[result]);
    const why = explained === true ? ', explained by a prescription' : '';
    return `${SUBSTANCES[substance]}: ${words}${why}`;
  });
  return told.join('; ');
}
