import * as z from 'zod';
import * as shapes from './document.ts';

/** The name by which the schema is known; its number is that of `schema` in the document. */
const ID = 'urn:janus-outcomes:outcome-document:1';

/**
 * The outcome document as JSON Schema (draft 2020-12), made from the schema that every document is read by. Shapes
 * that come again are under `$defs`. Documents that were written before a field existed pass, as they do here.
 *
 * @example documentJsonSchema() // { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'urn:…', … }
 */
export function documentJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(shapes.outcomeDocumentSchema, {
    io: 'input',
    metadata: named(),
    // The largest whole number that JSON readers agree on is no bound of ours.
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return {
    $schema,
    $id: ID,
    title: 'Outcome document',
    description:
      'The numbers of one commissioner, month and revision, after small numbers were withheld. Every file of a pack is written from it alone. Numbers are in full double precision; shares are between 0 and 1.',
    ...schema,
  };
}

function named() {
  const names = z.registry<{ id: string; description?: string }>();
  names.add(shapes.suppressedSchema, {
    id: 'suppressed',
    description: 'Withheld because few people are behind it; no number is beside it.',
  });
  names.add(shapes.unavailableSchema, {
    id: 'unavailable',
    description: 'There is no such figure. not-recorded: nothing of the kind has ever been sent.',
  });
  names.add(shapes.countSchema, {
    id: 'count',
    description: 'A number of people or things, or that it is withheld.',
  });
  names.add(shapes.survivalPointSchema, {
    id: 'survivalPoint',
    description:
      'The share without the event after a day. atRisk: still under observation after that day; events: up to and including it. There are no limits at 0 and 1.',
  });
  names.add(shapes.incidencePointSchema, {
    id: 'incidencePoint',
    description: 'The cumulative share by a day.',
  });
  names.add(shapes.medianSchema, {
    id: 'medianTime',
    description:
      'The day by which half had the event. A limit that is not reached is null; of a median that is not reached the lower limit may be told.',
  });
  names.add(shapes.survivalFigureSchema, {
    id: 'survivalFigure',
    description: 'A curve. parts: the events by what they were; they add up to events.',
  });
  names.add(shapes.incidenceFigureSchema, {
    id: 'incidenceFigure',
    description: 'Curves of competing causes; with open, what none had ended, they add up to 1 on each day.',
  });
  names.add(shapes.proportionFigureSchema, {
    id: 'proportionFigure',
    description:
      'A share with its 95% interval; no limits with the method none. excluded: who was left out of the denominator, by reason.',
  });
  names.add(shapes.countFigureSchema, { id: 'countFigure' });
  names.add(shapes.medianFigureSchema, {
    id: 'medianFigure',
    description: 'The median of a number of days, or of the shares of single people. No unit means days.',
  });
  names.add(shapes.meanFigureSchema, {
    id: 'meanFigure',
    description: 'A mean of so many values with its 95% t interval; of fewer than two there are no limits.',
  });
  names.add(shapes.rateFigureSchema, {
    id: 'rateFigure',
    description: 'Events in the time that people were exposed; value is events in one unit of it.',
  });
  names.add(shapes.figureSchema, { id: 'figure' });
  names.add(shapes.targetSchema, { id: 'target' });
  names.add(shapes.trendSchema, {
    id: 'trend',
    description:
      'Change over time, from the documents as issued. xmr: a process chart with limits; run: too few points for limits; line: values of overlapping windows.',
  });
  names.add(shapes.funnelSchema, {
    id: 'funnel',
    description: 'Providers around the share of all of them together, by 95% and 99.8% limits.',
  });
  names.add(shapes.cohortSchema, {
    id: 'cohort',
    description: 'What of a measure is compared over time and between providers.',
  });
  names.add(shapes.comparisonSchema, {
    id: 'comparison',
    description: 'A log-rank test between the two groups of a dimension.',
  });
  names.add(shapes.definitionSchema, {
    id: 'definition',
    description: 'What a result was computed by, in the words that are printed.',
  });
  names.add(shapes.erasedSchema, {
    id: 'erased',
    description:
      'That records of people were erased since the issue before, or, in a replay, since the instant that it repeats.',
  });
  names.add(shapes.movedSchema, {
    id: 'moved',
    description: 'What says something else than the issue before of the same month, and what is behind it.',
  });
  return names;
}
