import type { IssuedMonth } from './change/issued-month.ts';
import { funnelOf } from './change/funnel-of.ts';
import type { ComputedCohort, ComputedMeasure, ComputedOutcomes } from './computed.ts';
import { type Hidden, NOTHING } from './disclosure/hidden.ts';
import { type Place, placeKey } from './disclosure/pack/place.ts';
import { type Withheld, withhold } from './disclosure/pack/withhold.ts';
import type { DisclosureRule } from './disclosure/rule.ts';
import { toldVolumes } from './disclosure/told-volumes.ts';
import { rules } from './disclosure/rules.ts';
import { writeFigure, writeHeadline } from './disclosure/way-of.ts';
import type { Cohort, MeasureResult, OutcomeDocument } from './document.ts';
import { mapValues } from './map-values.ts';

/** What a document says of itself beside its figures. */
type Issue = Pick<OutcomeDocument, 'revision' | 'asAt' | 'erased'> & {
  /** What a reader may hold of the months before; undefined where that is not known. */
  readonly before?: readonly IssuedMonth[];
};

/**
 * The outcome document of computed figures: small numbers withheld, once, after all arithmetic and before any writer.
 * This is the only place that sees both what is known and what is shown.
 *
 * @param earlier every issue before of the same month, of which a reader may hold a copy
 * @example disclose(computed, { revision: 1, asAt: '2026-11-05T06:00:00.000Z' })
 */
export function disclose(
  computed: ComputedOutcomes,
  issue: Issue,
  ...earlier: readonly OutcomeDocument[]
): OutcomeDocument {
  return discloseAndTell(computed, issue, ...earlier).document;
}

/** The same, with what was withheld and why: for the operator alone. */
export function discloseAndTell(
  computed: ComputedOutcomes,
  { revision, asAt, erased, before }: Issue,
  ...earlier: readonly OutcomeDocument[]
): { readonly document: OutcomeDocument; readonly withheld: Withheld } {
  const { commissioner, commissionerName, month, disclosure, measures, targets, definitions, providers } =
    computed;
  const rule = rules[disclosure];
  // Under another rule a number that is another need not have moved.
  const alike = earlier.filter((one) => one.disclosure === disclosure);
  const { hidden, withheld } = withhold(
    computed,
    rule,
    alike,
    before?.filter((one) => one.disclosure === disclosure),
  );
  const hiding = new Set(
    withheld.units.flatMap(({ place: { name, category } }) => (name === 'provider' ? [category] : [])),
  );
  const volumes = toldVolumes(computed, (provider) => hiding.has(provider));
  const document: OutcomeDocument = {
    schema: 1,
    commissioner,
    commissionerName,
    month,
    revision,
    asAt,
    disclosure,
    ...(erased && { erased }),
    measures: mapValues(measures, (measure, id) => {
      const target = targets[id];
      const writing = {
        rule,
        hiddenAt: (place: Omit<Place, 'measure'>) =>
          hidden.get(placeKey({ measure: id, ...place })) ?? NOTHING,
      };
      return writeMeasure(measure, writing, {
        revision: definitions[id]?.revision ?? 1,
        ...(target === undefined ? {} : { target }),
      });
    }),
    definitions: { ...definitions },
    providers: { ...providers },
    ...(volumes.length > 0 && { volumes }),
  };
  return { document, withheld };
}

/** How a measure is written, and what is hidden at each of its places. */
type Writing = {
  readonly rule: DisclosureRule;
  readonly hiddenAt: (place: Omit<Place, 'measure'>) => Hidden;
};

function writeMeasure(
  { headline, sensitivity, beside, splits, comparisons, cohort }: ComputedMeasure,
  { rule, hiddenAt }: Writing,
  definition: Pick<MeasureResult, 'revision' | 'target'>,
): MeasureResult {
  const at = (part: Place['part'], name = '', category = ''): Hidden => hiddenAt({ part, name, category });
  const compared = Object.entries(comparisons).filter(([dimension, { groups }]) =>
    groups.every((group) => at('split', dimension, group).size === 0),
  );
  return {
    ...writeHeadline(headline, at('headline'), rule),
    ...definition,
    sensitivity: mapValues(sensitivity, (figure, name) => writeFigure(figure, at('sensitivity', name), rule)),
    beside: mapValues(beside, (figure, name) => writeFigure(figure, at('beside', name), rule)),
    splits: mapValues(splits, (categories, dimension) =>
      mapValues(categories, (figure, category) =>
        writeFigure(figure, at('split', dimension, category), rule),
      ),
    ),
    // A test statistic is made of every event of both groups: it is told only where nothing of them is withheld.
    ...(rule.exact && compared.length > 0 ? { comparisons: Object.fromEntries(compared) } : {}),
    ...(cohort === undefined ? {} : { cohort: writeCohort(cohort, { rule, hiddenAt }) }),
  };
}

function writeCohort(
  { every, period, point, matured, providers }: ComputedCohort,
  { rule, hiddenAt }: Writing,
): Cohort {
  const at = (name: string, category = ''): Hidden => hiddenAt({ part: 'cohort', name, category });
  const written = rule.proportion.write(matured, at('matured'));
  const byProvider = mapValues(providers, (figure, provider) =>
    rule.proportion.write(figure, at('provider', provider)),
  );
  const funnel = funnelOf(written, byProvider);
  return {
    every,
    ...(period === undefined || point === undefined
      ? {}
      : { period, point: rule.proportion.write(point, at('point')) }),
    matured: written,
    providers: byProvider,
    ...(funnel === undefined ? {} : { funnel }),
  };
}
