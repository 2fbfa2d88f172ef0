import type { ReviewFacts } from '../../outcomes/reports/review-facts.ts';
import type { Block, Section } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { listInWords } from '../list-in-words.ts';
import { lowered, raised } from '../first-letter.ts';
import { DECISIONS, PROGRESS, STAGES, SUBSTANCES } from './words.ts';

/** Every review, with what was found and decided. */
export function reviewsSection(reviews: readonly ReviewFacts[]): Section {
  const note: Block[] =
    reviews.length === 0
      ? [{ kind: 'paragraph', text: 'No review is recorded.' }]
      : [
          {
            kind: 'paragraph',
            text: 'A review tells of the 28 days before it, as the person and the service wrote it down. Ratings are the person’s own, from 0 (poor) to 20 (good).',
          },
        ];
  return { id: 'reviews', title: 'Reviews', blocks: [...note, ...reviews.flatMap(reviewBlocks)] };
}

function reviewBlocks(review: ReviewFacts): Block[] {
  return [
    { kind: 'heading', text: `${dateInWords(review.reviewedOn)}: ${lowered(STAGES[review.stage])}` },
    { kind: 'definitions', items: itemsOf(review) },
  ];
}

function itemsOf(review: ReviewFacts): { term: string; text: string }[] {
  const { goalProgress, decision, housingProblem } = review;
  const used = Object.entries(SUBSTANCES).flatMap(([substance, name]) => {
    const days = Object.entries(review.daysUsed).find(([key]) => key === substance)?.[1];
    return days === undefined ? [] : [`${lowered(name)} on ${days}`];
  });
  return [
    {
      term: 'Days of use',
      text: used.length === 0 ? 'Not stated' : `${raised(listInWords(used))} of 28 days`,
    },
    ...told('Ratings', [
      rating('psychological health', review.psychologicalHealth),
      rating('physical health', review.physicalHealth),
      rating('quality of life', review.qualityOfLife),
    ]),
    ...told('Work, learning', [
      days('paid work', review.paidWorkDays),
      days('education', review.educationDays),
    ]),
    ...told('Housing', [
      housingProblem === undefined ? undefined : housingProblem ? 'a problem' : 'no problem',
    ]),
    ...told('Progress', [goalProgress && `towards the goal: ${PROGRESS[goalProgress]}`]),
    ...told('Decision', [decision && DECISIONS[decision]]),
  ];
}

const rating = (name: string, value: number | undefined) =>
  value === undefined ? undefined : `${name} ${value} of 20`;

const days = (name: string, value: number | undefined) =>
  value === undefined ? undefined : `${name} on ${value} of 28 days`;

/** A term with what is known of it; nothing where nothing is. */
function told(term: string, parts: readonly (string | undefined)[]): { term: string; text: string }[] {
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0) return [];
  return [{ term, text: raised(listInWords(known)) }];
}
