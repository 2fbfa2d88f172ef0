import type { OutcomeDocument } from '../../../shared/outcomes/document.ts';
import { besideR } from './beside-r.ts';
import type { Comparison } from './beside-r.ts';
import { clinicProvider } from './clinic-records.ts';
import { rFigureAt } from './r-figures.ts';
import type { RRow } from './r-figures.ts';

/** Retention of everybody and of each clinic at days 84 and 168, each beside R's. */
export function studyBesideR({ measures }: OutcomeDocument, r: readonly RRow[]): Comparison[] {
  const retention = measures['abstinence-retention'];
  const byProvider = retention?.splits?.['provider'];
  const strata = [
    { name: 'all', label: 'all people', figure: retention },
    { name: 'clinic=1', label: 'clinic 1', figure: byProvider?.[clinicProvider('1').code] },
    { name: 'clinic=2', label: 'clinic 2', figure: byProvider?.[clinicProvider('2').code] },
  ];
  return strata.flatMap(({ name, label, figure }) =>
    [84, 168].map((day) => {
      const points = figure?.kind === 'survival' ? figure.points : [];
      const ours = points.find((point) => point.day === day);
      return besideR(`${label.padEnd(10)}  day ${String(day).padStart(3)}`, ours, rFigureAt(r, name, day));
    }),
  );
}
