const substance = {
  crack: 'Crack',
  'powder-cocaine': 'Powder cocaine',
  other: 'Another substance',
};

/** What fields of a closed list say, in words. A value that is not here is told as its own words. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: { 'day-programme': 'Day programme' },
  endReason: {
    completed: 'Completed',
    transferred: 'Transferred to another service',
    'referred-on': 'Referred on to another service',
  },
  funding: { spot: 'Week by week (spot)', block: 'From weeks bought in advance (block)' },
  goal: { abstinence: 'Abstinence: no use', reduction: 'Reduction: less use', 'safer-use': 'Safer use' },
  intervention: { closure: 'Closure for the family' },
  substances: substance,
  substance,
  daysUsed: substance,
  ageBand: {
    '18-24': '18 to 24',
    '25-34': '25 to 34',
    '35-44': '35 to 44',
    '45-54': '45 to 54',
    '55-64': '55 to 64',
    '65+': '65 and over',
  },
  children: {
    none: 'No children',
    'living-with': 'Living with you',
    'looked-after': 'Looked after by others',
    'protection-register': 'On the Child Protection Register',
    'protection-proceedings': 'In child protection proceedings',
  },
  kind: {
    'one-to-one': 'One-to-one',
    'family-one-to-one': 'Family one-to-one',
    'carer-group': 'Carers’ group',
    'joint-group': 'Joint group with family',
    'women-only-group': 'Women-only group',
    'offending-behaviour-group': 'Group on offending behaviour',
    telephone: 'Telephone support',
  },
  attendance: {
    'cancelled-by-client': 'Cancelled by you',
    'cancelled-by-service': 'Cancelled by the service',
    'family-only': 'Family came without you',
  },
  topics: {
    'drug-dna': 'Drug DNA',
    'lapse-and-relapse': 'Lapse and relapse',
    'grief-process': 'The grief process',
    'enabling-and-codependency': 'Enabling and co-dependency',
    'impact-on-family': 'Impact on the family',
    'using-personal-experience': 'Using your own experience',
  },
  relationship: {
    partner: 'partner',
    parent: 'parent',
    sibling: 'sibling',
    carer: 'carer',
    other: 'another relationship',
  },
  matrix: { 'oral-fluid': 'Oral fluid (saliva)' },
  reason: { scheduled: 'Planned', lapse: 'After a lapse', random: 'At random' },
  status: { provided: 'Given', invalid: 'Not valid' },
  result: { negative: 'negative', positive: 'positive', inconclusive: 'not clear' },
  source: { test: 'By a test', 'self-report': 'You said so', worker: 'By a worker' },
  outcome: {
    open: 'Still being worked on',
    recovered: 'Recovered: back in the groups',
    relapsed: 'Relapsed',
    exited: 'Left the service',
  },
  evidence: { verified: 'Verified', 'self-reported': 'You said so' },
  stage: { start: 'At the start', review: 'On the way', exit: 'At the end', 'post-exit': 'After the end' },
  recoverySupport: { 'faith-based': 'Faith-based', other: 'Another kind' },
  decision: { refer: 'Refer on' },
  goalProgress: { met: 'Goal met' },
};

/** Numbers that say nothing without what they are out of. */
const OUT_OF: Readonly<Record<string, string>> = {
  daysUsed: 'of 28 days',
  injectedDays: 'of 28 days',
  paidWorkDays: 'of 28 days',
  educationDays: 'of 28 days',
  psychologicalHealth: 'out of 20',
  physicalHealth: 'out of 20',
  qualityOfLife: 'out of 20',
};

/** The words of a value of a closed list, where it has some of its own. */
export const wordsOf = (value: string, field: string): string | undefined =>
  own(own(VALUES, field) ?? {}, value);

/** A number with what it is out of. */
export const numberInWords = (value: number, field: string): string =>
  [value.toString(), own(OUT_OF, field)].filter((part) => part !== undefined).join(' ');

/** What an object itself has under a name that may be any text. */
const own = <T>(known: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(known, name) ? known[name] : undefined;
