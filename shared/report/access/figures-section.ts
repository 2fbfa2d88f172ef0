import type { SubjectAccess } from '../../privacy/subject-access.ts';
import type { Block, Section } from '../blocks.ts';
import { monthInWords } from '../calendar.ts';
import { text } from '../cells.ts';
import { labelOf } from '../labels.ts';
import { plainTable } from '../plain-table.ts';

type Figures = SubjectAccess['figures'];

/** The issued figures that count the person, one row an issue. */
export function figuresSection({ figures }: SubjectAccess): Section {
  return {
    id: 'figures',
    title: 'Where you are counted',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Each month the commissioners, who pay for treatment, are sent figures about all who are in it, such as how many people stayed without a lapse. Such figures are totals: they hold no reference, and they stay as they are even if your records are erased.',
      },
      figures.length === 0
        ? { kind: 'note', text: 'You are counted in no figure that was issued.' }
        : figuresTable(figures),
    ],
  };
}

const figuresTable = (figures: Figures): Block =>
  plainTable(
    {
      id: 'figures',
      title: 'Issued figures that count you',
      columns: [
        { title: 'Commissioner', share: 4 },
        { title: 'Month', share: 3 },
        { title: 'Revision', share: 2 },
        { title: 'Figures', share: 8 },
      ],
    },
    issuesOf(figures).map(({ commissioner, month, revision, measures }) => [
      text(commissioner),
      text(monthInWords(month)),
      text(revision.toString()),
      text(measures.join('; ')),
    ]),
  );

/** By commissioner, month and revision. */
function issuesOf(figures: Figures) {
  const byIssue = Map.groupBy(figures, ({ commissioner, month, revision }) =>
    [commissioner, month, revision.toString().padStart(6, '0')].join('#'),
  );
  return [...byIssue]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...others]]) =>
      first === undefined
        ? []
        : [{ ...first, measures: [first, ...others].map(({ measure }) => labelOf(measure)) }],
    );
}
