import type { ComputedFigure, ComputedMeasure } from '../../shared/outcomes/computed.ts';
import type { Measure } from '../../shared/outcomes/measure.ts';
import { periodOf } from '../../shared/outcomes/period.ts';
import { lowered, raised } from '../../shared/report/first-letter.ts';
import { afterLead, leadOf } from '../../shared/report/label-lead.ts';
import { labelOf } from '../../shared/report/labels.ts';
import { listInWords } from '../../shared/report/list-in-words.ts';
import { wordsOf } from '../../shared/report/order.ts';
import { directionInWords } from '../../shared/report/wording/direction.ts';

/** Which figures a measure has does not hang on the month: they are read from one of nobody. */
const ANY_MONTH = '2026-10';

/** What a measure is called in a pack. */
export const titleOf = ({ id, definition }: Measure): string => wordsOf(id)?.title ?? definition.title;

/** One measure as a section of Markdown. */
export function measureEntry(measure: Measure): string {
  const { id, definition, span } = measure;
  const empty = measure.begin(periodOf(ANY_MONTH)).conclude();
  const excluded = 'excluded' in empty.headline ? Object.keys(empty.headline.excluded ?? {}) : [];
  const inMeasure = (key: string) => labelOf(key, id);
  const beside = Object.entries(empty.beside).flatMap(([name, figure]) => labelsOf(figure, id, name));
  return [
    `## ${titleOf(measure)}`,
    definition.question,
    `\`${id}\`, revision ${definition.revision}. Of ${span === 'month' ? 'the month alone' : 'a window of several months'}. ${directionInWords(definition.direction)}`,
    [
      ...item('Counted', definition.numerator),
      ...item('Out of', definition.denominator),
      ...item('Method', definition.method),
      ...item('Reported', reportedOn(empty.headline)),
      ...item('Over time', overTime(measure, empty.cohort)),
      ...list('Left out, and counted beside', excluded.map(inMeasure)),
      ...list('The same counted differently', Object.keys(empty.sensitivity).map(inMeasure)),
      ...list('Beside it', together(beside)),
    ].join('\n'),
  ].join('\n\n');
}

const item = (term: string, text: string): string[] => (text === '' ? [] : [`- **${term}:** ${text}`]);

const list = (term: string, texts: readonly string[]): string[] =>
  texts.length === 0 ? [] : [`- **${term}:**`, ...texts.map((text) => `  - ${text}`)];

/** Labels that begin alike on one line. */
const together = (labels: readonly string[]): string[] =>
  [...Map.groupBy(labels, leadOf)].flatMap(([lead, own]) =>
    lead === undefined ? own : [`${lead}: ${own.map(afterLead).join('; ')}`],
  );

/** The days that shares over days are given for. */
function reportedOn(figure: ComputedFigure): string {
  if (figure.kind !== 'survival' && figure.kind !== 'incidence') return '';
  const points = figure.kind === 'survival' ? figure.points : figure.open.points;
  return `to days ${listInWords(points.map(({ day }) => `${day}`))}; the headline is day ${figure.headlineDay}.`;
}

/** What a figure beside the headline is called; of a share over days each of its outcomes. */
function labelsOf(figure: ComputedFigure, id: string, name: string): string[] {
  const label = labelOf(name, id);
  if (figure.kind !== 'incidence') return [label];
  return Object.keys(figure.causes).map((cause) => `${label}: ${lowered(labelOf(cause, `${id}.${name}`))}`);
}

function overTime({ span, definition }: Measure, cohort: ComputedMeasure['cohort']): string {
  if (cohort !== undefined && definition.cohort !== undefined)
    return `${raised(definition.cohort)}, for each ${cohort.every}, and the same between providers.`;
  return span === 'month'
    ? 'The headline of each month.'
    : 'The headline of each month, as a line without limits: the windows overlap.';
}
