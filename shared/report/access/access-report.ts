import type { SubjectAccess } from '../../privacy/subject-access.ts';
import type { Report } from '../blocks.ts';
import { instantInWords } from '../calendar.ts';
import { aboutSection } from './about-section.ts';
import { accessesSection } from './accesses-section.ts';
import { claimsSection } from './claims-section.ts';
import { figuresSection } from './figures-section.ts';
import { kindSection } from './kind-section.ts';
import { recordsByKind } from './records-by-kind.ts';
import { rightsSection } from './rights-section.ts';
import { versionsSection } from './versions-section.ts';

/** Everything held about one person, in words for that person. */
export function accessReport(access: SubjectAccess): Report {
  const { personRef, madeAt } = access;
  const provider = access.providerName ?? access.provider;
  const made = instantInWords(madeAt);
  const byKind = recordsByKind(access);
  return {
    title: `What is held about the person with the reference ${personRef}: ${provider}`,
    codes: true,
    description: `A copy of personal data, made on ${made}.`,
    kind: 'Copy of personal data: drug and alcohol treatment',
    name: 'What is held about you',
    subtitle: `Reference ${personRef} at ${provider}`,
    coverage: `As it was held on ${made} (London time).`,
    head: `Reference ${personRef}`,
    corner: 'What is held about you',
    foot: `Made on ${made}`,
    sections: [
      aboutSection(access, byKind, provider),
      ...byKind.map((ofKind) => kindSection(ofKind, personRef)),
      versionsSection(byKind),
      claimsSection(access),
      accessesSection(access),
      figuresSection(access),
      rightsSection(provider),
    ],
  };
}
