import type { Moved, OutcomeDocument } from '../../outcomes/document.ts';
import { titleOf } from './moved-figures.ts';

/** Each measure whose definition is another than in the issue before, or that came or went, in a sentence or two. */
export const definitionsMovedInWords = (document: OutcomeDocument, { definitions }: Moved): string[] =>
  definitions.map(({ measure, issued, now }) => {
    const title = titleOf(document, measure);
    if (issued === null) return `${title} is new in this issue.`;
    if (now === null) return `${title} is no longer part of the pack.`;
    return `${title} is counted by revision ${now} of its definition, before by revision ${issued}. A difference between its figures then and now is one of method: it is no sign of a change for people.`;
  });
