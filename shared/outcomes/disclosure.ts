import type { ComputedFigure, ComputedHeadline, ComputedMeasure, ComputedOutcomes } from './computed.ts';
import { hes7round5 } from './disclosure/hes7round5.ts';
import { lt5 } from './disclosure/lt5.ts';
import type { DisclosureRule } from './disclosure/rule.ts';
import type { Figure, MeasureResult, MedianFigure, OutcomeDocument } from './document.ts';

const rules = { lt5, hes7round5 } satisfies Record<OutcomeDocument['disclosure'], DisclosureRule>;

/**
 * The outcome document of computed figures: small numbers withheld, once, after all arithmetic and before any writer.
 * Whatever looks across figures belongs here, too: this is the only place that sees both what is known and what is
 * shown.
 *
 * @example disclose(computed, { revision: 1, asAt: '2026-11-05T06:00:00.000Z' })
 */
export function disclose(
  computed: ComputedOutcomes,
  { revision, asAt, erased }: Pick<OutcomeDocument, 'revision' | 'asAt' | 'erased'>,
): OutcomeDocument {
  const { commissioner, commissionerName, month, disclosure, measures, targets, definitions, providers } =
    computed;
  const rule = rules[disclosure];
  return {
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
      return discloseMeasure(measure, rule, {
        revision: definitions[id]?.revision ?? 1,
        ...(target === undefined ? {} : { target }),
      });
    }),
    definitions: { ...definitions },
    providers: { ...providers },
  };
}

function discloseMeasure(
  { headline, sensitivity, beside, splits }: ComputedMeasure,
  rule: DisclosureRule,
  definition: Pick<MeasureResult, 'revision' | 'target'>,
): MeasureResult {
  return {
    ...discloseHeadline(headline, rule),
    ...definition,
    sensitivity: mapValues(sensitivity, (figure) => discloseFigure(figure, rule)),
    beside: mapValues(beside, (figure) => discloseFigure(figure, rule)),
    splits: mapValues(splits, (categories) =>
      mapValues(categories, (figure) => discloseFigure(figure, rule)),
    ),
  };
}

function discloseHeadline(figure: ComputedHeadline, rule: DisclosureRule): Exclude<Figure, MedianFigure> {
  switch (figure.kind) {
    case 'survival':
      return rule.survival(figure);
    case 'incidence':
      return rule.incidence(figure);
    case 'proportion':
      return rule.proportion(figure);
    case 'count':
      return rule.count(figure);
    case 'mean':
      return rule.mean(figure);
    case 'rate':
      return rule.rate(figure);
  }
}

function discloseFigure(figure: ComputedFigure, rule: DisclosureRule): Figure {
  return figure.kind === 'median' ? rule.median(figure) : discloseHeadline(figure, rule);
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
