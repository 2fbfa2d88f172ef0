import type { PlacementFacts } from '../../outcomes/reports/placement-facts.ts';
import type { ReportGrounds } from '../../outcomes/reports/report-agreed.ts';
import type { Report } from '../blocks.ts';
import { dateInWords, instantInWords } from '../calendar.ts';
import { aboutSection } from './about-section.ts';
import { attendanceSection } from './attendance-section.ts';
import { familySection } from './family-section.ts';
import { lapsesSection } from './lapses-section.ts';
import { nextStepSection } from './next-step-section.ts';
import { reviewsSection } from './reviews-section.ts';
import { summarySection } from './summary-section.ts';
import { testsSection } from './tests-section.ts';
import { topicsSection } from './topics-section.ts';
import { SERVICES } from './words.ts';

/** What a written report for a referrer is made of. */
export type ReferrerReport = {
  readonly facts: PlacementFacts;
  readonly grounds: ReportGrounds;
  /** For whom alone it is made: the referrer of the placement. */
  readonly recipient: { readonly code: string; readonly name: string };
  /** The provider's name. */
  readonly provider: string;
  /** The instant it was made at. */
  readonly madeAt: string;
};

/** A written report on one placement of one person in words, for their referrer. */
export function referrerReport(report: ReferrerReport): Report {
  const { facts, recipient, provider, madeAt } = report;
  const made = instantInWords(madeAt);
  const receiver = recipientInWords(recipient);
  return {
    title: `Report on the person with the reference ${facts.personRef} for ${receiver}`,
    codes: true,
    description: `Confidential. A written report on one placement at ${provider}, made on ${made} for ${receiver}.`,
    kind: 'Written report for the referrer: drug and alcohol treatment',
    name: `Report on reference ${facts.personRef}`,
    subtitle: `${SERVICES[facts.placement.service]}, placement ${facts.id} at ${provider}`,
    stamp: `Confidential: for ${receiver} only`,
    coverage: `${reachOf(facts)} as recorded when it was made: ${made} (London time).`,
    head: `Report on reference ${facts.personRef}`,
    corner: 'Confidential',
    foot: `For ${receiver} only. Made on ${made}`,
    sections: [
      summarySection(facts),
      attendanceSection(facts.attendance),
      testsSection(facts),
      lapsesSection(facts.lapses),
      familySection(facts.family),
      topicsSection(facts),
      reviewsSection(facts.reviews),
      nextStepSection(facts),
      aboutSection(report),
    ],
  };
}

/** @example recipientInWords({ code: 'team-1', name: 'Children’s services' }) // 'Children’s services (team-1)' */
function recipientInWords({ code, name }: ReferrerReport['recipient']): string {
  return name === code ? code : `${name} (${code})`;
}

function reachOf({ placement, date }: PlacementFacts): string {
  return placement.startsOn > date
    ? 'Before the placement began,'
    : `From ${dateInWords(placement.startsOn)} to ${dateInWords(date)},`;
}
