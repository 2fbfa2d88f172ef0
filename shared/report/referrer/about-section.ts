import type { ReportGrounds } from '../../outcomes/reports/report-agreed.ts';
import type { Section } from '../blocks.ts';

const GROUNDS = {
  agreed: 'The person agreed to reports to their referrer.',
  ordered: 'Reports to the referrer were ordered, so the person did not have to agree.',
} as const;

/** Why the report may be made, what is left out, and how to handle it. */
export function aboutSection({
  grounds,
  provider,
}: {
  readonly grounds: ReportGrounds;
  readonly provider: string;
}): Section {
  return {
    id: 'about',
    title: 'About this report',
    blocks: [
      {
        kind: 'paragraph',
        text: `${GROUNDS[grounds]} The report was made of what ${provider} recorded, when it was asked for; no copy is kept, and that it was made is in the audit. Asked for again, it says what is recorded then.`,
      },
      { kind: 'heading', text: 'What is not in it' },
      {
        kind: 'list',
        items: [
          'Anything about anybody else: family members, other service users, workers.',
          'Other placements of this person, who pays, and what a placement costs.',
          'From the reviews: injecting, shared equipment, and the children’s status.',
          'Names, addresses and notes in free text: the system does not take them in.',
        ],
      },
      {
        kind: 'note',
        text: `This is health data about one person. Keep it where only those see it who work with this person, pass it on to nobody without a reason in law, and destroy it when it is not needed any more. Where something looks wrong, ask ${provider} to correct the record.`,
      },
    ],
  };
}
