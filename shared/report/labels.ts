/**
 * Names of the document's keys in words. A key that is not here is printed as its own words, so a new measure reads
 * well without an entry; an entry under `figure/key` is for that figure or dimension alone.
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
    'abstinence-retention.occupancy/open': 'In the programme without a lapse',
    'abstinence-retention.occupancy/moved-on': 'Moved on as planned without a lapse',
    'abstinence-retention.occupancy/lapsed': 'Lapsed first',
    'abstinence-retention.occupancy/left-unplanned': 'Left unplanned first',
    'abstinence-retention.occupancy/died': 'Died first',
    'lapse-recovery/open': 'Still being managed',
    'lapse-recovery/exited': 'Left or died',
    'recovered-of-closed': 'Recovered, of all closed lapses',
    'closed-recovered': 'Lapses closed: recovered',
    'closed-relapsed': 'Lapses closed: relapsed',
    'closed-exited': 'Lapses closed: left or died',
    'moved-on-while-open': 'Moved on as planned while the lapse was open',
    'still-open': 'Lapses still open',
    'days-to-return': 'Median time to return to the groups',
    'sustained-recovery': 'No new lapse within 28 days of return',
    'confirmed-without-record': 'Confirmed lapses without a lapse record within 7 days',
    'family-supported': 'Family members supported',
    'sustained-engagement': 'Three sessions or more within 56 days of the first',
    'supported-after-leaving': 'Family members supported where the person has left',
    'not-started': 'Not started',
    'begun-within-210-days': 'Begun less than 210 days before the end of the month',
    'reached-education-training-employment': 'Reached: education, training or employment',
    'including-self-reported': 'Including self-reported steps',
    'transition-to-placement': 'Placement within 42 days of transition',
    progression: 'From placement to a job or course',
    'progression/progressed': 'Education, training or employment',
    'days-transition-to-placement': 'Median time from transition to placement',
    'days-placement-to-progression': 'Median time from placement to a job or course',
    'family-volunteers': 'Family members who volunteer',
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
 * A key in words, in the context of the figure or dimension it stands in; `measure.figure` where the same figure
 * stands beside several measures.
 *
 * @example labelOf('moved-on', 'occupancy') // 'Moved on as planned without a lapse'
 * @example labelOf('one-to-one') // 'One to one'
 */
export function labelOf(key: string, context = ''): string {
  const figure = context.slice(context.indexOf('.') + 1);
  return LABELS.get(`${context}/${key}`) ?? LABELS.get(`${figure}/${key}`) ?? LABELS.get(key) ?? inWords(key);
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
