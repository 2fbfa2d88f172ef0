/**
 * How a supply is taxed, in the codes of EN 16931 (UNCL 5305): `E` exempt, `S` standard rate, `Z` zero rate, `O` outside
 * the scope of VAT.
 */
export type VatTreatment = {
  readonly category: 'E' | 'S' | 'Z' | 'O';
  /** Per cent; 0 unless the category is `S` (rules BR-E-05, BR-Z-05). */
  readonly ratePercent: number;
  /** Why no VAT is charged, as an invoice has to say (BT-120). */
  readonly exemptionReason?: string;
};

export type VatEntry = {
  readonly validFrom: string;
  readonly treatment: VatTreatment;
  /** Where it is from. */
  readonly source: string;
};

/**
 * What holds from a day on, oldest first. A change is a new entry, never a change of an old one.
 *
 * This is configuration and no tax advice: it supposes that the provider is a charity, a public body or a state-regulated
 * private welfare institution or agency. Finance confirms that before the first invoice; for a provider that is none of
 * them the services are at the standard rate, and the entry has to say so.
 */
const schedule: readonly VatEntry[] = [
  {
    validFrom: '2026-01-01',
    treatment: {
      category: 'E',
      ratePercent: 0,
      exemptionReason: 'Exempt: welfare services, VAT Act 1994, Schedule 9, Group 7, item 9',
    },
    source:
      'Value Added Tax Act 1994, Schedule 9, Group 7, item 9: the supply by a charity, a state-regulated private welfare institution or agency, or a public body of welfare services; note (6): services directly connected with the provision of care, treatment or instruction designed to promote the physical or mental welfare of elderly, sick, distressed or disabled persons. HMRC VAT Notice 701/2 (welfare). To be confirmed by finance for each provider.',
  },
];

/**
 * How placement weeks are taxed on a date; before the first entry as by the first.
 *
 * @example vatOn('2026-10-31').category // 'E'
 */
export function vatOn(date: string, entries: readonly VatEntry[] = schedule): VatTreatment {
  const [first, ...later] = entries;
  if (first === undefined) throw new Error('it was never decided how placement weeks are taxed');
  return (later.findLast(({ validFrom }) => validFrom <= date) ?? first).treatment;
}
