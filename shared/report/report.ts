import type { OutcomeDocument } from '../outcomes/document.ts';
import { aboutSection } from './about-section.ts';
import type { Report } from './blocks.ts';
import { instantInWords, lastDayInWords, monthInWords } from './calendar.ts';
import { dataQualitySection, isDataQuality } from './data-quality-section.ts';
import { definitionsSection } from './definitions-section.ts';
import { furtherSection } from './further-section.ts';
import { byPrint, measuredIn } from './measured.ts';
import { measureSection } from './measure-section.ts';
import { movedSection } from './moved/moved-section.ts';
import { summarySection } from './summary-section.ts';
import { revisionInWords } from './wording/erased.ts';

/** The outcome document in words, in the reader's order. */
export function reportOf(document: OutcomeDocument): Report {
  const month = monthInWords(document.month);
  const received = instantInWords(document.asAt);
  const revision = revisionInWords(document);
  const issue = `${revision}, records received by ${received}`;
  const measures = measuredIn(document);
  const { full, further } = byPrint(measures);
  return {
    title: `Outcomes of drug and alcohol treatment: ${document.commissionerName}, ${month}`,
    description: `${issue}. Figures of the outcome pack, with definitions.`,
    kind: 'Outcome pack: drug and alcohol treatment',
    name: document.commissionerName,
    subtitle: month,
    coverage: `Figures to ${lastDayInWords(document.month)}, from records received by ${received} (London time). ${revision}.`,
    head: document.commissionerName,
    corner: month,
    foot: issue,
    sections: [
      summarySection(document),
      ...movedSection(document),
      ...full.map(measureSection),
      ...furtherSection(further.filter((measured) => !isDataQuality(measured))),
      ...dataQualitySection(document, further),
      ...definitionsSection(measures),
      aboutSection(document),
    ],
  };
}
