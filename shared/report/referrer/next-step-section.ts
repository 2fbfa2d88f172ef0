import type { PlacementFacts } from '../../outcomes/reports/placement-facts.ts';
import type { Section } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { DECISIONS, END_REASONS } from './words.ts';

/** What comes next, by the last decision of a review and by the dates of the placement. */
export function nextStepSection(facts: PlacementFacts): Section {
  return {
    id: 'next-step',
    title: 'Next step',
    blocks: nextStepInWords(facts).map((sentence) => ({ kind: 'paragraph', text: sentence })),
  };
}

/** What comes next, a sentence for each thing that is known. */
export function nextStepInWords({ placement, reviews, lapses, date }: PlacementFacts): string[] {
  const { startsOn, plannedEndOn, endedOn, endReason } = placement;
  const decided = reviews.findLast(({ decision }) => decision !== undefined);
  const decision =
    decided?.decision === undefined
      ? 'No decision of a review is recorded.'
      : `The review of ${dateInWords(decided.reviewedOn)} decided ${DECISIONS[decided.decision]}.`;
  if (endedOn !== undefined && endReason !== undefined)
    return [`The placement ended on ${dateInWords(endedOn)}: ${END_REASONS[endReason]}.`, decision];
  const open = lapses.some(({ outcome }) => outcome === 'open');
  return [
    decision,
    ...(open
      ? ['A lapse is being managed: the person works one-to-one until they return to the groups.']
      : []),
    endIsPlanned(date, startsOn, plannedEndOn),
  ];
}

function endIsPlanned(date: string, startsOn: string, plannedEndOn: string): string {
  const end = dateInWords(plannedEndOn);
  if (startsOn > date)
    return `The placement begins on ${dateInWords(startsOn)} and is planned to end on ${end}.`;
  return plannedEndOn < date
    ? `The placement was planned to end on ${end}; no end is recorded.`
    : `The placement is planned to end on ${end}.`;
}
