import type { Placement } from '../records/placement.ts';

/** What is paid for; the service to family members, carers and partners is free. */
export type Service = Placement['service'];

/** From so many weeks bought together, so many per cent off. */
export type Band = { readonly fromWeeks: number; readonly reductionPercent: number };

export type ServiceTariff = {
  /** Whole pence for one placement week. */
  readonly spotPence: number;
  /** Smallest first; never empty. */
  readonly bands: readonly [Band, ...Band[]];
};

export type Tariff = Readonly<Record<Service, ServiceTariff>>;

export type TariffEntry = { readonly validFrom: string; readonly tariff: Tariff; readonly source: string };

/** What holds from a day on, oldest first. A change of prices is a new entry, never a change of an old one. */
const schedule: readonly TariffEntry[] = [
  {
    validFrom: '2026-01-01',
    tariff: {
      'day-programme': {
        spotPence: 279_00,
        bands: [
          { fromWeeks: 36, reductionPercent: 5 },
          { fromWeeks: 60, reductionPercent: 10 },
          { fromWeeks: 120, reductionPercent: 12 },
        ],
      },
      aftercare: { spotPence: 135_00, bands: [{ fromWeeks: 60, reductionPercent: 10 }] },
    },
    source:
      'The provider’s printed tariff: day programme £279 a placement a week, 36 weeks less 5 %, 60 less 10 %, 120+ less 12 %; aftercare £135 a client a week, 60+ weeks less 10 %. That 37 to 59 weeks go with 36, and 61 to 119 with 60, is a reading of it.',
  },
];

/** The tariff that holds on a date; before the first entry that of the first. */
export function tariffOn(date: string, entries: readonly TariffEntry[] = schedule): Tariff {
  const [first, ...later] = entries;
  if (first === undefined) throw new Error('no price was ever decided');
  return (later.findLast(({ validFrom }) => validFrom <= date) ?? first).tariff;
}

/** What a block costs, or why so few weeks are none. */
export type BlockPrice =
  | {
      readonly kind: 'price';
      readonly pence: number;
      /** What as many weeks cost on the spot. */
      readonly spotPence: number;
      readonly reductionPercent: number;
    }
  | { readonly kind: 'too-few-weeks'; readonly smallestBlock: number };

/**
 * The price of so many weeks bought together, in whole pence: weeks × spot price less the reduction of the largest
 * band they reach, on all of them, half a penny rounded up.
 *
 * @param weeks a whole number
 * @param tariff the one that holds on the day the block is bought
 * @example blockPrice('day-programme', 36, tariffOn('2026-05-01')) // { kind: 'price', pence: 954_180, … }
 */
export function blockPrice(service: Service, weeks: number, tariff: Tariff): BlockPrice {
  const { spotPence, bands } = tariff[service];
  const band = bands.findLast(({ fromWeeks }) => weeks >= fromWeeks);
  if (band === undefined) return { kind: 'too-few-weeks', smallestBlock: bands[0].fromWeeks };
  const { reductionPercent } = band;
  const hundredths = weeks * spotPence * (100 - reductionPercent);
  return {
    kind: 'price',
    pence: Math.floor((hundredths + 50) / 100),
    spotPence: weeks * spotPence,
    reductionPercent,
  };
}
