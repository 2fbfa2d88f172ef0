import type { HeldRecord } from '../../privacy/subject-access.ts';
import { fieldInWords } from './field-words.ts';
import { sentInWords, withdrawnInWords } from './record-in-words.ts';
import { valueInWords } from './value-in-words.ts';

type Version = HeldRecord['versions'][number];
type Change = Version['changes'][number];

/** What one version did, a row for each thing: when and by whom, what, what was there before and after it. */
export function versionRows(type: string, version: Version, before: Version | undefined): string[][] {
  const changes = version.changes.map((change) => [
    `changed “${fieldInWords(change.field, type)}”`,
    ...sidesOf(change),
  ]);
  const what = [...eventOf(version, before), ...changes];
  const rows = what.length === 0 ? [['sent again', 'The same', 'The same']] : what;
  return rows.map(([done = '', ...sides]) => [
    sentInWords(version),
    `Version ${version.version}: ${done}`,
    ...sides,
  ]);
}

/** A record that begins or ends; an amendment is its changes alone. */
function eventOf(version: Version, before: Version | undefined): string[][] {
  switch (version.outcome) {
    case 'created':
      return before === undefined
        ? [['entered', 'Not held', 'Held']]
        : [['entered again', 'Withdrawn', 'Held']];
    case 'withdrawn':
      return [[withdrawnInWords(version), 'Held', 'Withdrawn']];
    case 'amended':
      return [];
  }
}

/** Two values that read the same are told as they were sent, too. */
function sidesOf({ field, from, to }: Change): [string, string] {
  const [before, after] = [valueInWords(from, field), valueInWords(to, field)];
  if (before !== after) return [before, after];
  return [`${before} (${asSent(from)})`, `${after} (${asSent(to)})`];
}

const asSent = (value: unknown): string => (value === undefined ? 'nothing sent' : JSON.stringify(value));
