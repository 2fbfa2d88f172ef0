import type { Moved, OutcomeDocument } from '../../outcomes/document.ts';
import { formatCount } from '../../render/format.ts';
import type { Block, Section } from '../blocks.ts';
import { instantInWords } from '../calendar.ts';
import { listInWords } from '../list-in-words.ts';
import { headlinesIn } from '../measured.ts';
import { definitionsMovedInWords } from './definitions-moved.ts';
import { type MovedFigure, movedFigures } from './moved-figures.ts';
import { headlinesTable, type MovedHeadline, movedHeadlines } from './moved-headlines.ts';
import { recordBlocks } from './moved-records.ts';

/**
 * What a revision says differently from the issue before: the headline figures as issued and as they are, how many
 * others moved, and what is behind it: records, definitions, the rule for small numbers. Empty for a first issue.
 */
export function movedSection(document: OutcomeDocument): Section[] {
  const { moved, asAt, erased } = document;
  if (moved === undefined) return [];
  const { revision } = moved.since;
  const figures = movedFigures(document);
  const headlines = movedHeadlines(figures);
  const definitions = definitionsMovedInWords(document, moved);
  return [
    {
      id: 'moved',
      title: movedTitle(moved),
      blocks: [
        {
          kind: 'paragraph',
          text: `Revision ${revision} was made from records received by ${instantInWords(moved.since.asAt)}, this one from those received by ${instantInWords(asAt)} (London time).`,
        },
        ...ruleNote(moved),
        { kind: 'heading', text: 'Figures' },
        ...headlinesTable(headlines, revision),
        {
          kind: 'paragraph',
          text: `${standingInWords(document, figures, headlines)} ${furtherInWords(figures, headlines)}`.trim(),
        },
        ...(definitions.length
          ? [{ kind: 'heading', text: 'Definitions' } as const, { kind: 'list', items: definitions } as const]
          : []),
        { kind: 'heading', text: 'Records behind it' },
        ...recordBlocks(moved),
        ...(erased?.since === 'previous-revision'
          ? [{ kind: 'paragraph', text: 'Records that were erased are not among these.' } as const]
          : []),
      ],
    },
  ];
}

/** What the section is called. */
export const movedTitle = ({ since }: Moved): string => `What moved since revision ${since.revision}`;

const RULES: Record<string, string> = {
  lt5: 'single numbers of one to four people are withheld',
  hes7round5: 'single numbers of one to seven people are withheld and all others rounded to the nearest five',
};

/** Another rule can move every figure of a pack. */
function ruleNote({ disclosure }: Moved): Block[] {
  if (disclosure === undefined) return [];
  const rule = (name: string) => RULES[name] ?? name;
  return [
    {
      kind: 'note',
      text: `Small numbers are withheld by another rule: then ${rule(disclosure.issued)}, now ${rule(disclosure.now)}. Figures can differ for this reason alone.`,
    },
  ];
}

/** Which headline measures say what they said. */
function standingInWords(
  document: OutcomeDocument,
  figures: readonly MovedFigure[],
  headlines: readonly MovedHeadline[],
): string {
  if (figures.length === 0) return 'No figure moved: every one is as it was issued.';
  const standing = headlinesIn(document).filter(
    ({ words }) => !headlines.some(({ measure }) => measure === words.id),
  );
  if (standing.length === 0) return 'Where [c] stands, the figure is withheld in that issue.';
  const titles = listInWords(standing.map(({ title }) => title));
  const stand = standing.length === 1 ? ['figure', 'is as it was'] : ['figures', 'are as they were'];
  return `The headline ${stand[0]} of ${titles} ${stand[1]} issued. Where [c] stands, the figure is withheld in that issue.`;
}

const PARTS: Record<MovedFigure['part'], string> = {
  headline: 'among other numbers of a headline',
  sensitivity: 'counted differently',
  beside: 'beside a headline',
  split: 'by group',
  cohort: 'over time and between providers',
};

/** How many figures moved besides, and where they are listed. */
function furtherInWords(figures: readonly MovedFigure[], headlines: readonly MovedHeadline[]): string {
  if (figures.length === 0) return '';
  const further = figures.filter(
    (figure) => !headlines.some(({ measure }) => figure.part === 'headline' && figure.measure === measure),
  );
  const alike = further.filter(({ method }) => method === 'as-issued');
  const byMethod = further.length - alike.length;
  const parts = [...Map.groupBy(alike, ({ part }) => part)].map(
    ([part, own]) => `${formatCount(own.length)} ${PARTS[part]}`,
  );
  const all = 'All are in the worksheet Moved and, as the part moved, in the data file.';
  return [
    `${formatCount(alike.length)} further ${alike.length === 1 ? 'figure' : 'figures'} moved${parts.length ? `: ${listInWords(parts)}` : ''}.`,
    ...(byMethod > 0
      ? [
          `${formatCount(byMethod)} more ${byMethod === 1 ? 'is' : 'are'} of measures whose definition is another.`,
        ]
      : []),
    all,
  ].join(' ');
}
