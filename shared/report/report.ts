import type { OutcomeDocument } from '../outcomes/document.ts';
import { aboutSection } from './about-section.ts';
import type { Section } from './blocks.ts';
import { instantInWords, lastDayInWords, monthInWords } from './calendar.ts';
import { definitionsSection } from './definitions-section.ts';
import { measuredIn } from './measured.ts';
import { measureSection } from './measure-section.ts';
import { summarySection } from './summary-section.ts';

/** A whole document in words, before anything is laid out. */
export type Report = {
  title: string;
  commissioner: string;
  month: string;
  /** The revision, and up to when records were received. */
  issue: string;
  /** What the figures reach to: the last day, and the instant after which records did not exist for them. */
  coverage: string;
  sections: Section[];
};

/** The outcome document in words, in the reader's order. */
export function reportOf(document: OutcomeDocument): Report {
  const month = monthInWords(document.month);
  const received = instantInWords(document.asAt);
  const measures = measuredIn(document);
  return {
    title: `Outcomes of drug and alcohol treatment: ${document.commissionerName}, ${month}`,
    commissioner: document.commissionerName,
    month,
    issue: `Revision ${document.revision}, records received by ${received}`,
    coverage: `Figures to ${lastDayInWords(document.month)}, from records received by ${received} (London time). Revision ${document.revision}.`,
    sections: [
      summarySection(document),
      ...measures.map(measureSection),
      ...definitionsSection(measures),
      aboutSection(document),
    ],
  };
}
