import type { FamilyFacts } from '../../outcomes/reports/family-facts.ts';
import type { Block, Section } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { counted } from './counted.ts';
import { TOPICS } from './words.ts';

/** The family's part, without saying who they are. */
export function familySection(family: FamilyFacts): Section {
  return {
    id: 'family',
    title: 'The family’s part',
    blocks: [
      { kind: 'paragraph', text: familyInWords(family) },
      ...details(family),
      {
        kind: 'paragraph',
        role: 'small',
        text: 'Who came is not told: this report is about one person. Family members come of their own accord and may attend without the person.',
      },
    ],
  };
}

/**
 * The family's part in a sentence.
 *
 * @example familyInWords(family) // 'Family took part in 6 sessions.'
 */
export function familyInWords({ sessions }: FamilyFacts): string {
  return sessions === 0
    ? 'No session with or for family is recorded.'
    : `Family took part in ${counted(sessions, ['session', 'sessions'])}.`;
}

function details({ sessions, withoutPerson, withChildren, firstOn, lastOn, topics }: FamilyFacts): Block[] {
  if (firstOn === undefined || lastOn === undefined) return [];
  const when =
    firstOn === lastOn ? dateInWords(firstOn) : `${dateInWords(firstOn)} to ${dateInWords(lastOn)}`;
  return [
    {
      kind: 'definitions',
      items: [
        { term: 'When', text: when },
        { term: 'Person there', text: counted(sessions - withoutPerson, SESSIONS) },
        { term: 'Family alone', text: counted(withoutPerson, SESSIONS) },
        { term: 'Children there', text: counted(withChildren, SESSIONS) },
        {
          term: 'Workshop topics',
          text: topics.length === 0 ? 'None so far' : topics.map((topic) => TOPICS[topic]).join('; '),
        },
      ],
    },
  ];
}

const SESSIONS = ['session', 'sessions'] as const;
