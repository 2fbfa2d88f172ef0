import type { OutcomeDocument } from '../../shared/outcomes/document.ts';

type Result = OutcomeDocument['measures'][string];

/** The measures that the figures are of. */
export const DIGESTED: ReadonlySet<string> = new Set([
  ...['abstinence-retention', 'lapse-recovery', 'family-engagement', 'attendance', 'early-unplanned-exit'],
  ...['effective-treatment', 'evening-weekend'],
]);

/**
 * The figures that every program computes, by name, to be compared. A figure that is withheld is missing.
 */
export function digestOf({ measures }: OutcomeDocument): Record<string, number> {
  const proportion = (id: string) => valuesOf(id, proportionIn(measures[id]));
  return {
    ...valuesOf('retention-84', survivalAt(measures['abstinence-retention'], 84)),
    ...valuesOf('recovery-28', recoveredAt(measures['lapse-recovery'], 28)),
    ...proportion('family-engagement'),
    ...proportion('attendance'),
    ...proportion('early-unplanned-exit'),
    ...proportion('effective-treatment'),
    ...proportion('evening-weekend'),
  };
}

type Values = Readonly<Record<string, number | null | undefined>>;

function valuesOf(name: string, values: Values): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([part, value]) =>
      typeof value === 'number' ? [[`${name} ${part}`, value]] : [],
    ),
  );
}

function survivalAt(result: Result | undefined, day: number): Values {
  if (result?.kind !== 'survival') return {};
  const point = result.points.find((one) => one.day === day);
  if (point?.state !== 'estimated') return {};
  const { value, lower, upper } = point;
  const of = typeof result.journeys === 'number' ? result.journeys : undefined;
  return { of, value, lower, upper };
}

function recoveredAt(result: Result | undefined, day: number): Values {
  if (result?.kind !== 'incidence') return {};
  const point = result.causes['recovered']?.find((one) => one.day === day);
  if (point?.state !== 'estimated') return {};
  const { value, lower, upper } = point;
  const of = typeof result.lapses === 'number' ? result.lapses : undefined;
  return { of, value, lower, upper };
}

function proportionIn(result: Result | undefined): Values {
  if (result?.kind !== 'proportion' || result.state !== 'estimated') return {};
  return { of: result.denominator, value: result.value };
}
