import type { Figure, OutcomeDocument } from '../outcomes/document.ts';
import type { Block } from './blocks.ts';
import { absent, count } from './cells.ts';

/** What of the caseload stands on the first page, in the order in which people pass through. */
const SHOWN = {
  referred: 'Referred',
  waiting: 'Waiting at the end',
  started: 'Journeys started',
  exits: 'Journeys ended',
  now: 'In treatment, all',
} as const;

/** How many people came, stayed and went in the month: what a commissioner looks at first. */
export function caseloadBlocks({ measures }: OutcomeDocument): Block[] {
  const { caseload } = measures;
  if (caseload?.kind !== 'count') return [];
  const figures: Record<string, Figure> = { ...caseload.beside, now: caseload };
  const items = Object.entries(SHOWN).flatMap(([name, label]) => {
    const figure = figures[name];
    if (figure?.kind !== 'count') return [];
    return [
      { label, cell: figure.state === 'estimated' ? count(figure.value, figure.marks) : absent(figure) },
    ];
  });
  return [
    { kind: 'heading', text: 'The month in numbers' },
    { kind: 'tiles', items },
  ];
}
