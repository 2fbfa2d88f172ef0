import { DIMENSIONS } from '../../shared/outcomes/dimensions.ts';
import { MARKERS } from '../../shared/report/about-section.ts';
import { lowered } from '../../shared/report/first-letter.ts';
import { labelOf } from '../../shared/report/labels.ts';
import { listInWords } from '../../shared/report/list-in-words.ts';
import { NOTES, type NoteId } from '../../shared/report/notes.ts';
import { DISCLOSURE_RULES } from '../../shared/report/withheld.ts';

/** What holds for every measure, as a section of Markdown: in the words of the packs, where they have them. */
export const rulesForAll = (): string =>
  [
    '## Rules for all measures',
    section('What is counted', [
      note('own-services'),
      note('two-providers'),
      note('journey'),
      'Dates and hours are London’s. A pack is of a calendar month; records received after the instant of its run do not exist for it, nor do facts dated after the month’s last day.',
      'A figure of nobody is not available [z]: it is never 0%.',
    ]),
    section('How sure one can be', [
      note('interval'),
      'A share has a Wilson interval; a rate of events has Byar’s, below ten events the exact one of Poisson; a mean has the interval of Student’s t; a share over days has a log-log (Kaplan–Meier) or complementary log-log (Aalen–Johansen) one. Where units of one person hang together, the definition says so.',
      note('no-interval'),
    ]),
    section(
      'Marks',
      MARKERS.map(({ term, text }) => `\`${term}\` ${text}`),
    ),
    section('Groups', [
      `Every headline is also given by ${listInWords(DIMENSIONS.map((name) => lowered(labelOf(name))))}, unless the definition says otherwise and as far as small numbers allow. What a person’s group is is read from the placement: the journey’s first one, or of a month the latest open in it.`,
      note('splits'),
      note('comparisons'),
    ]),
    section('Targets', [
      'A target is the commissioner’s, with its source and the dates it is valid between; the one valid on the month’s last day is printed beside the headline, and is never part of a figure.',
    ]),
    section('Over time and between providers', [note('trends'), note('control-limits')]),
    section('Small numbers', [
      'Which rule holds is set for each commissioner and printed in the pack. It is applied once, after all figures are computed, and no file is written from anything else.',
      `\`lt5\`: ${DISCLOSURE_RULES.lt5}`,
      `\`hes7round5\`: ${DISCLOSURE_RULES.hes7round5}`,
      'Further figures are withheld where one that is withheld could be worked out from them: within a table, between tables, and between the issues of a month.',
    ]),
  ].join('\n\n');

const section = (title: string, items: readonly string[]): string =>
  `### ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`;

const note = (id: NoteId): string => NOTES.find((one) => one.id === id)?.text ?? '';
