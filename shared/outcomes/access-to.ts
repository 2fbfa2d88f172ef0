import type { RecordData } from '../records/registry.ts';
import type { ComputedProportion, Population } from './computed.ts';
import { counted } from './figures/counted.ts';
import { proportionFigure } from './figures/proportion-figure.ts';
import { inMonth } from './in-month.ts';
import { inTreatment } from './in-treatment.ts';
import type { Observation } from './observation.ts';
import type { Period } from './period.ts';
import { personInMonth } from './person-in-month.ts';
import type { PersonHistory } from './person-history.ts';

/** Somebody who was in treatment in the month, or had what is asked for without being. */
export type Access = Observation & { readonly treated: boolean; readonly had: boolean };

/** Whether somebody attended a session of a kind in the month; nobody who neither did nor was in treatment. */
export function accessTo(
  kind: RecordData['session']['kind'],
  history: PersonHistory,
  period: Period,
): Access[] {
  const treated = inTreatment(history, period);
  const had = inMonth(history.sessions, period).some(
    ({ data }) => data.kind === kind && data.attendance === 'attended',
  );
  if (treated) return [{ ...personInMonth(history, period), treated, had }];
  return had ? [{ who: history.who, treated, had }] : [];
}

/** The share of people in treatment in the month who had it; who had it without being in treatment is left out. */
export function accessFigure(seen: readonly Access[], population: Population): ComputedProportion {
  return proportionFigure(
    seen.filter(({ treated }) => treated),
    ({ had }) => had,
    { population, excluded: { 'not-in-treatment': counted(seen.filter(({ treated }) => !treated)) } },
  );
}
