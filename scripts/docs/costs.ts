/** Prices of a unit in London, in US dollars without tax, as assumed; Amazon's own calculator has today's. */
export const PRICES = {
  'a GB-second of a function': 0.0000166667,
  'a million invocations of functions': 0.2,
  'a million requests of the interface': 1.16,
  'a million units written to the table': 0.75,
  'a million units read from the table': 0.15,
  'a GB of the table a month': 0.3,
  'a GB of it for recovery to a point in time': 0.24,
  'a GB of a copy of it a month': 0.12,
  'a GB of files a month': 0.024,
  'a thousand files written': 0.0053,
  'a key a month': 1,
  'ten thousand uses of a key': 0.03,
  'a figure that an alarm looks at a month': 0.1,
  'a figure that functions count a month': 0.3,
  'a GB of logs taken in': 0.6,
  'a thousand steps of runs': 0.025,
  'a client of the token service a month': 6,
  'a thousand tokens of clients': 2.25,
} as const;

/** A system of some size, in an ordinary month. */
type Size = Readonly<Record<'clients' | 'commissioners' | 'people' | 'records', number>>;

/** Three of them: a town, a region, a country. People are those with records in the month. */
export const SIZES = {
  small: { clients: 5, commissioners: 5, people: 500, records: 15_000 },
  middling: { clients: 40, commissioners: 50, people: 10_000, records: 300_000 },
  large: { clients: 400, commissioners: 300, people: 100_000, records: 3_000_000 },
} as const satisfies Record<string, Size>;

const NIGHTS = 30;
const HOURS = 730;
const KEYS = 11;
const FUNCTIONS = 42;
/** Of each function its errors, those it logged, and its throttles; and of the rest of the alarms. */
const WATCHED_FIGURES = FUNCTIONS * 3 + 40;
const COUNTED_FIGURES = 16;
/** Half of the records come a hundred at a time, half alone. */
const RECORDS_A_REQUEST = 2;
/** A record with its pointer and its places on indexes; what is read of its person before. */
const UNITS_WRITTEN_A_RECORD = 5;
const UNITS_READ_A_RECORD = 6;
/** A person's two years, read whole: about 60 KB, four to a unit. */
const UNITS_A_PERSON = 15;
const GB_A_PERSON = 0.00015;
/** Memory times time of functions, by what they do. */
const GB_SECONDS = { record: 0.05, person: 0.06, pack: 60, statement: 10 } as const;
const GB_A_PACK = 0.01;
const LOG_GB_A_REQUEST = 0.000002;

type Line = { readonly what: string; readonly formula: string; readonly dollars: (size: Size) => number };

/** What costs, and how it is reckoned. */
export const COSTS: readonly Line[] = [
  {
    what: 'keys, alarms, counts',
    formula: `${KEYS} keys + ${WATCHED_FIGURES} figures of alarms + ${COUNTED_FIGURES} counted ones; the same at every size`,
    dollars: () =>
      KEYS * PRICES['a key a month'] +
      WATCHED_FIGURES * PRICES['a figure that an alarm looks at a month'] +
      COUNTED_FIGURES * PRICES['a figure that functions count a month'],
  },
  {
    what: 'tokens of machines',
    formula: 'clients × (1 client + 730 tokens, one an hour, where each is used until it ends)',
    dollars: ({ clients }) =>
      clients *
      (PRICES['a client of the token service a month'] +
        (HOURS / 1000) * PRICES['a thousand tokens of clients']),
  },
  {
    what: 'intake',
    formula: `records × (${UNITS_WRITTEN_A_RECORD} units written + ${UNITS_READ_A_RECORD} read + ${GB_SECONDS.record} GB-seconds + 1 use of a key + ½ request, its function and log)`,
    dollars: ({ records }) => {
      const requests = records / RECORDS_A_REQUEST;
      return (
        (records * UNITS_WRITTEN_A_RECORD * PRICES['a million units written to the table']) / 1e6 +
        (records * UNITS_READ_A_RECORD * PRICES['a million units read from the table']) / 1e6 +
        records * GB_SECONDS.record * PRICES['a GB-second of a function'] +
        (requests *
          (PRICES['a million requests of the interface'] +
            2 * PRICES['a million invocations of functions'])) /
          1e6 +
        (records * PRICES['ten thousand uses of a key']) / 1e4 +
        requests * LOG_GB_A_REQUEST * PRICES['a GB of logs taken in']
      );
    },
  },
  {
    what: 'month run and nightly statements',
    formula: `31 runs × people × (${UNITS_A_PERSON} units read + ${GB_SECONDS.person} GB-seconds + 1 use of a key) + commissioners × (${GB_SECONDS.pack} + 30 × ${GB_SECONDS.statement} GB-seconds + 31 × (8 steps + 6 files))`,
    dollars: ({ people, commissioners }) =>
      (NIGHTS + 1) *
        people *
        ((UNITS_A_PERSON * PRICES['a million units read from the table']) / 1e6 +
          GB_SECONDS.person * PRICES['a GB-second of a function'] +
          PRICES['ten thousand uses of a key'] / 1e4) +
      commissioners *
        ((GB_SECONDS.pack + NIGHTS * GB_SECONDS.statement) * PRICES['a GB-second of a function'] +
          ((NIGHTS + 1) * (8 * PRICES['a thousand steps of runs'] + 6 * PRICES['a thousand files written'])) /
            1000),
  },
  {
    what: 'what is kept',
    formula: `people × 3 (of three years) × ${GB_A_PERSON} GB × (table + recovery + 35 copies) + commissioners × 36 packs × ${GB_A_PACK} GB`,
    dollars: ({ people, commissioners }) =>
      people *
        3 *
        GB_A_PERSON *
        (PRICES['a GB of the table a month'] +
          PRICES['a GB of it for recovery to a point in time'] +
          35 * PRICES['a GB of a copy of it a month']) +
      commissioners * 36 * GB_A_PACK * PRICES['a GB of files a month'],
  },
];
