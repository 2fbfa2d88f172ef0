import type { PlacementFacts } from '../../outcomes/reports/placement-facts.ts';
import type { Section } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { count, text } from '../cells.ts';
import { plainTable } from '../plain-table.ts';
import { counted } from './counted.ts';
import { TOPICS } from './words.ts';

/** What was worked on in the sessions that the person attended. */
export function topicsSection({ topics, placement }: Pick<PlacementFacts, 'topics' | 'placement'>): Section {
  const programme =
    placement.service === 'day-programme'
      ? 'On the day programme these are the five areas of the Resonance Factor.'
      : 'In aftercare these lead on to voluntary work, education, training and employment.';
  return {
    id: 'topics',
    title: 'Topics covered',
    blocks: [
      { kind: 'paragraph', text: `${topicsInWords(topics)} ${programme}` },
      plainTable(
        {
          id: 'topics',
          title: 'Topics, by sessions attended',
          columns: [
            { title: 'Topic', share: 8 },
            { title: 'Sessions', numeric: true, share: 2.4 },
            { title: 'Last', share: 5 },
          ],
        },
        topics.map(({ topic, sessions, lastOn }) => [
          text(TOPICS[topic]),
          count(sessions),
          text(lastOn === undefined ? 'Not yet' : dateInWords(lastOn)),
        ]),
      ),
    ],
  };
}

/**
 * The topics in a sentence.
 *
 * @example topicsInWords(topics) // '4 of 5 topics were covered.'
 */
export function topicsInWords(topics: PlacementFacts['topics']): string {
  const covered = topics.filter(({ sessions }) => sessions > 0).length;
  return `${covered} of ${counted(topics.length, ['topic was', 'topics were'])} covered.`;
}
