import type { PlacementFacts } from '../../outcomes/reports/placement-facts.ts';
import type { Section } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { attendanceInWords } from './attendance-in-words.ts';
import { familyInWords } from './family-section.ts';
import { lapsesInWords } from './lapses-in-words.ts';
import { nextStepInWords } from './next-step-section.ts';
import { testsInWords } from './tests-in-words.ts';
import { topicsInWords } from './topics-section.ts';
import { END_REASONS, GOALS, SERVICES } from './words.ts';

/** The first page: the placement, and every part of the report in a sentence. */
export function summarySection(facts: PlacementFacts): Section {
  return {
    id: 'summary',
    title: 'In short',
    blocks: [
      {
        kind: 'definitions',
        items: [
          { term: 'Attendance', text: attendanceInWords(facts.attendance.all) },
          { term: 'Tests', text: testsInWords(facts.tests) },
          { term: 'Lapses', text: lapsesInWords(facts.lapses) },
          { term: 'Family', text: familyInWords(facts.family) },
          { term: 'Topics', text: topicsInWords(facts.topics) },
          { term: 'Next step', text: nextStepInWords(facts).join(' ') },
        ],
      },
      { kind: 'heading', text: 'The placement' },
      { kind: 'definitions', items: placementItems(facts) },
    ],
  };
}

function placementItems({ placement }: PlacementFacts): { term: string; text: string }[] {
  const { service, goal, referredOn, startsOn, plannedEndOn, endedOn, endReason, suspensions } = placement;
  const ended =
    endedOn === undefined || endReason === undefined
      ? []
      : [{ term: 'Ended', text: `${dateInWords(endedOn)}: ${END_REASONS[endReason]}` }];
  const paused = suspensions.map(({ from, to }) =>
    to >= '9999' ? `from ${dateInWords(from)} on` : `${dateInWords(from)} to ${dateInWords(to)}`,
  );
  return [
    { term: 'Service', text: SERVICES[service] },
    { term: 'Goal', text: GOALS[goal] },
    { term: 'Referred', text: dateInWords(referredOn) },
    { term: 'Begins', text: dateInWords(startsOn) },
    { term: 'Planned end', text: dateInWords(plannedEndOn) },
    ...ended,
    ...(paused.length === 0 ? [] : [{ term: 'Paused', text: `By agreement: ${paused.join('; ')}` }]),
  ];
}
