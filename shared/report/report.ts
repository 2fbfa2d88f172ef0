import type { OutcomeDocument } from '../outcomes/document.ts';
import { aboutSection } from './about-section.ts';
import type { Section } from './blocks.ts';
import { instantInWords, monthInWords } from './calendar.ts';
import { measureSection } from './measure-section.ts';
import { furtherMeasures, headlineMeasures } from './order.ts';
import { summarySection } from './summary-section.ts';

/** A whole document in words, before anything is laid out. */
export type Report = {
  title: string;
  commissioner: string;
  month: string;
  /** Revision and as-at instant in one line. */
  issue: string;
  sections: Section[];
};

/** The outcome document in words, in the reader's order. */
export function reportOf(document: OutcomeDocument): Report {
  const month = monthInWords(document.month);
  const measures = [...headlineMeasures, ...furtherMeasures(document)].flatMap((words) => {
    const section = measureSection(document, words);
    return section ? [section] : [];
  });
  return {
    title: `Outcomes of drug and alcohol treatment: ${document.commissionerName}, ${month}`,
    commissioner: document.commissionerName,
    month,
    issue: `Revision ${document.revision}, as at ${instantInWords(document.asAt)}`,
    sections: [summarySection(document), ...measures, aboutSection(document)],
  };
}
