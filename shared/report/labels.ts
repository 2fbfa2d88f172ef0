import { wordsOf } from './order.ts';

/**
 * Names of the document's keys in words, as far as several measures share them; those of one measure are with its
 * words. A key that is nowhere is printed as its own words, so a new measure reads well without an entry; an entry
 * under `figure/key` is for that figure or dimension alone.
 */
const LABELS = new Map(
  Object.entries({
    headline: 'As counted in this pack',
    'missed-counts-as-positive': 'Missed and invalid tests count as positive',
    'positive-before-first-negative-ignored': 'Positive tests count only after a first all-negative test',
    'silence-counts-as-exit': 'Twenty-eight days without contact count as an exit',
    occupancy: 'Where people are after starting',
    'occupancy/open': 'In the programme',
    'occupancy/moved-on': 'Moved on as planned',
    'not-started': 'Not started',
    open: 'None of these yet',
    substance: 'Main substance',
    children: 'Children',
    funding: 'Spot or block',
    'not-stated': 'Not stated',
    'sex/female': 'Women',
    'sex/male': 'Men',
    'children/none': 'No children',
    'children/looked-after': 'Looked after by others',
    'children/living-with': 'Living with the person',
    'children/protection-register': 'On the Child Protection Register',
    'children/protection-proceedings': 'In proceedings',
    'goal/safer-use': 'Safer use',
  }),
);

/** Words that begin a key and are set off from what they are about. */
const LEADS = /^(attendances|groups|topic|reached)-(?=.)/;

/**
 * A key in words, in the context of the dimension, the measure, or the figure of a measure (`measure.figure`) that it
 * stands in.
 *
 * @example labelOf('moved-on', 'abstinence-retention.occupancy') // 'Moved on as planned without a lapse'
 * @example labelOf('one-to-one') // 'One to one'
 */
export function labelOf(key: string, context = ''): string {
  const [measure = '', figure = measure] = context.split('.');
  const own = wordsOf(measure)?.labels ?? {};
  const ownOf = (name: string) => (Object.hasOwn(own, name) ? own[name] : undefined);
  return (
    ownOf(`${figure}/${key}`) ??
    ownOf(key) ??
    LABELS.get(`${figure}/${key}`) ??
    LABELS.get(key) ??
    inWords(key)
  );
}

/**
 * A key as its own words.
 *
 * @example inWords('daysToReturn') // 'Days to return'
 */
export function inWords(key: string): string {
  if (/^\d+-\d+$/.test(key)) return key.replace('-', ' to ');
  if (/^\d+\+$/.test(key)) return `${key.slice(0, -1)} and over`;
  const words = key
    .replace(LEADS, '$1: ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
