import type { Placement } from '../../shared/records/placement.ts';

/** The demonstration's providers: each with its prefix for references and the number of its workers. */
export const demoProviders = [
  {
    code: 'janus-enterprise',
    name: 'Janus Enterprise',
    prefix: 'JE',
    workers: 8,
    /** One-to-ones are with different workers. */
    namedWorker: false,
    goals: { abstinence: 18, reduction: 1, 'safer-use': 1 },
  },
  {
    code: 'tidewater-recovery',
    name: 'Tidewater Recovery',
    prefix: 'TR',
    workers: 5,
    namedWorker: true,
    goals: { abstinence: 11, reduction: 6, 'safer-use': 3 },
  },
] as const satisfies readonly DemoProvider[];

/** The one who sells weeks in blocks. */
export const blocksProvider = demoProviders[0];

export type DemoProvider = {
  readonly code: string;
  readonly name: string;
  readonly prefix: string;
  readonly workers: number;
  readonly namedWorker: boolean;
  readonly goals: Readonly<Record<Placement['goal'], number>>;
};

export type DemoCommissioner = {
  readonly code: string;
  readonly name: string;
  /** People placed in the eighteen months, by provider code. */
  readonly people: Readonly<Record<string, number>>;
  /** Weeks of the day programme of the first provider, bought for all of the months. */
  readonly block: { readonly id: string; readonly weeks: number };
  readonly referrer: string;
};

/** One commissioner large, one middling, one so small that most of its figures are withheld. */
export const demoCommissioners: readonly DemoCommissioner[] = [
  {
    code: 'northshire',
    name: 'Northshire County Council',
    people: { 'janus-enterprise': 76, 'tidewater-recovery': 26 },
    block: { id: 'NS-DP-2025', weeks: 540 },
    referrer: 'northshire-children',
  },
  {
    code: 'eastmere',
    name: 'Eastmere Borough Council',
    people: { 'janus-enterprise': 24, 'tidewater-recovery': 11 },
    block: { id: 'EM-DP-2025', weeks: 300 },
    referrer: 'eastmere-children',
  },
  {
    code: 'wold-valley',
    name: 'Wold Valley District Council',
    people: { 'janus-enterprise': 9 },
    block: { id: 'WV-DP-2025', weeks: 60 },
    referrer: 'wold-valley-children',
  },
];

/** The months of the demonstration, in order; and the clock it is run at, days after the last of them. */
export const demoMonths: readonly string[] = Array.from({ length: 18 }, (_, index) => {
  const month = 4 + index;
  return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

export const demoFirstDay = '2025-05-01';
export const demoLastDay = '2026-10-31';
export const demoClock = '2026-11-04T12:00:00Z';
