import type { Measure } from '../../shared/outcomes/measure.ts';
import { headlineMeasures } from '../../shared/report/order.ts';
import { measureEntry, titleOf } from './measure-entry.ts';
import { rulesForAll } from './rules-for-all.ts';

/**
 * The page of all measures, in the order of the pack, as Markdown: what each counts, out of what and how, which
 * figures stand beside it, and once what holds for all of them.
 *
 * @example writeFileSync('docs/measures.md', measuresPage(measures))
 */
export function measuresPage(measures: readonly Measure[]): string {
  const isHeadline = ({ id }: Measure) => headlineMeasures.some((words) => words.id === id);
  const headlines = measures.filter(isHeadline);
  const others = measures.filter((measure) => !isHeadline(measure));
  const sections = [
    '# Measures',
    `Every figure of an outcome pack, in the pack’s order: ${headlines.length} headline measures and ${others.length} others. This page is made from the measures themselves by \`npm run docs\`, so it says what is counted.`,
    'Each definition has a revision. A pack prints the definitions it was made by, each with its revision; a change of what is counted is another revision, so that a change of method is not taken for a change in the world.',
    'What holds for all measures is said once, [at the end](#rules-for-all-measures).',
    listOf('Headline measures', headlines),
    listOf('Other measures', others),
    ...measures.map(measureEntry),
    rulesForAll(),
  ];
  return `${sections.join('\n\n')}\n`;
}

const listOf = (title: string, measures: readonly Measure[]): string =>
  `${title}:\n\n${measures
    .map(
      (measure) => `- [${titleOf(measure)}](#${anchorOf(titleOf(measure))}): ${measure.definition.question}`,
    )
    .join('\n')}`;

/** The anchor that Markdown readers give a heading. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
