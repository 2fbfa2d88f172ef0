import { dateOfDay } from '../../records/london.ts';
import type { RecordData } from '../../records/registry.ts';
import { AFTERCARE_TOPICS, RESONANCE_FACTOR_TOPICS } from '../../records/session.ts';
import type { Fact } from '../person-history.ts';

type Topic = (typeof RESONANCE_FACTOR_TOPICS)[number] | (typeof AFTERCARE_TOPICS)[number];

export type TopicFacts = {
  readonly topic: Topic;
  /** How many sessions that the person attended were about it. */
  readonly sessions: number;
  /** The London date of the last of them; absent where there was none. */
  readonly lastOn?: string;
};

/** What each service has to work through, and so is told even when it was not begun. */
const OWN: Readonly<Record<RecordData['placement']['service'], readonly Topic[]>> = {
  'day-programme': RESONANCE_FACTOR_TOPICS,
  aftercare: AFTERCARE_TOPICS,
};

/** The topics of a service, and those of the other that were covered, in the order of the programme. */
export function topicFacts(
  sessions: readonly Fact<'session'>[],
  service: RecordData['placement']['service'],
): TopicFacts[] {
  const attended = sessions.filter(({ data }) => data.attendance === 'attended');
  return [...RESONANCE_FACTOR_TOPICS, ...AFTERCARE_TOPICS].flatMap((topic) => {
    const about = attended.filter(({ data }) => data.topics?.includes(topic) === true);
    const last = about.at(-1);
    if (last === undefined) return OWN[service].includes(topic) ? [{ topic, sessions: 0 }] : [];
    return [{ topic, sessions: about.length, lastOn: dateOfDay(last.day) }];
  });
}
