import type { Block, Section } from '../blocks.ts';

/** What the person may ask for, and how the provider does it here. */
export function rightsSection(provider: string): Section {
  return {
    id: 'rights',
    title: 'What you can ask for',
    blocks: [
      {
        kind: 'paragraph',
        text: `${provider} is responsible for this data. You can ask ${provider} for any of the following, and there is no form that you have to use. The law sets limits to some of these rights: if a request is refused, you have to be told why.`,
      },
      ...RIGHTS.flatMap(([title, text]): Block[] => [
        { kind: 'heading', text: title },
        { kind: 'paragraph', text },
      ]),
    ],
  };
}

const RIGHTS = [
  [
    'To have errors corrected',
    'The provider sends the record again with what is right, or withdraws a record that should not be there. From then on only what is right is counted. What was there before is kept with the record and shown as an earlier version.',
  ],
  [
    'To have your data erased',
    'The provider can erase everything that is held under your reference: every record with all its versions. What stays is that somebody was erased and that data was handed out, under a code that is not your reference, the figures that were issued before, and the weeks that were claimed, without the numbers of your placements.',
  ],
  [
    'To have the use of your data limited, or to object to it',
    'Tell the provider what you object to, and why.',
  ],
  [
    'To know more',
    'The provider’s privacy notice says why your data is used, who receives it and how long it is kept.',
  ],
  [
    'To complain',
    'You can complain to the provider, and to the Information Commissioner’s Office: ico.org.uk.',
  ],
] as const;
