import type { LapseFacts } from '../../outcomes/reports/lapse-facts.ts';
import { formatDays } from '../../render/format.ts';
import type { Block, Section } from '../blocks.ts';
import { dateInWords } from '../calendar.ts';
import { counted } from './counted.ts';
import { lapsesInWords } from './lapses-in-words.ts';
import { LAPSE_SOURCES, SUBSTANCES } from './words.ts';

/** Each lapse: how it became known, what was done, and how it ended. */
export function lapsesSection(lapses: readonly LapseFacts[]): Section {
  return {
    id: 'lapses',
    title: 'Lapses and what was done',
    blocks: [
      { kind: 'paragraph', text: lapsesInWords(lapses) },
      {
        kind: 'paragraph',
        role: 'small',
        text: 'A lapse is use after a time without it that is being managed. While it lasts the person leaves the groups, works one-to-one and is tested more often. They come back to the groups when it is managed; on a relapse they are referred to another service.',
      },
      ...lapses.flatMap(lapseBlocks),
    ],
  };
}

function lapseBlocks(lapse: LapseFacts): Block[] {
  const { openedOn, substance, source } = lapse;
  return [
    { kind: 'heading', text: `Lapse of ${dateInWords(openedOn)}` },
    {
      kind: 'definitions',
      items: [
        { term: 'Substance', text: `${SUBSTANCES[substance]}; ${LAPSE_SOURCES[source]}` },
        { term: 'What was done', text: doneInWords(lapse) },
        { term: 'How it ended', text: endInWords(lapse) },
      ],
    },
  ];
}

function doneInWords({ days, done, outcome }: LapseFacts): string {
  const { oneToOnes, telephone, testsGiven, testsNegative, testsNotGiven } = done;
  const tests = `${counted(testsGiven, ['test', 'tests'])} given${testsGiven === 0 ? '' : `, of which ${testsNegative} negative`}`;
  const parts = [
    `${counted(oneToOnes, ['one-to-one session', 'one-to-one sessions'])} attended`,
    ...(telephone > 0 ? [counted(telephone, ['telephone session', 'telephone sessions'])] : []),
    tests,
    ...(testsNotGiven > 0
      ? [`${counted(testsNotGiven, ['test', 'tests'])} missed, refused or not valid`]
      : []),
  ];
  const time = outcome === 'open' ? `In ${formatDays(days)} so far` : `In ${formatDays(days)}`;
  return `${time}: ${parts.join('; ')}.`;
}

function endInWords({ outcome, endedOn, days, referredTo }: LapseFacts): string {
  const on = endedOn === undefined ? '' : ` on ${dateInWords(endedOn)}`;
  switch (outcome) {
    case 'recovered':
      return `The person returned to the groups${on}, after ${formatDays(days)}.`;
    case 'relapsed':
      return `It became a relapse${on}${referredTo === undefined ? '' : `, and the person was referred to another service (${referredTo})`}.`;
    case 'exited':
      return `The person left the service${on}.`;
    case 'open':
      return 'It is still being worked on.';
  }
}
