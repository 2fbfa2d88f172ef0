import type { ComputedFigure } from '../../computed.ts';
import { mapValues } from '../../map-values.ts';
import { describeShare } from './describe-share.ts';
import type { Described } from './described.ts';
import { addAtom, addNobody, addSecret, addStatement, addUnit, type Draft } from './draft.ts';
import type { Place } from './place.ts';

type Scalar = Exclude<ComputedFigure, { kind: 'survival' | 'incidence' }>;

const NOBODY: Described = { additive: () => [], cells: {}, people: 0 };

/** A figure that is one number, or one number of another: shown or withheld whole. */
export function describeScalar(draft: Draft, place: Place, figure: Scalar, cost: number): Described {
  switch (figure.kind) {
    case 'proportion': {
      if (figure.notRecorded === true) return NOBODY;
      const { passed, others, all, described } = describeShare(draft, place, figure);
      const excluded = mapValues(figure.excluded ?? {}, ({ count }) => addAtom(draft, count));
      if (figure.denominator.count === 0) addNobody(draft, [passed, others]);
      else {
        const unit = addUnit(draft, { place, name: 'figure', cost });
        addStatement(draft, unit, passed);
        addStatement(draft, unit, all, 1);
        for (const [reason, { people }] of Object.entries(figure.excluded ?? {})) {
          const form = excluded[reason] ?? [];
          if (!draft.rule.isSmall(people)) addStatement(draft, unit, form);
          // A share is worth more than that nobody learns how few it does not ask of.
          const secret = { spares: true, mayBeTold: true };
          addSecret(draft, place, `left out for ${reason}`, form, people, secret);
        }
      }
      return { ...described, excluded };
    }
    case 'count': {
      const count = addAtom(draft, figure.count);
      addStatement(draft, addUnit(draft, { place, name: 'figure', cost }), count, 1);
      addSecret(draft, place, 'count', count, figure.people);
      return { additive: () => [count], cells: { count }, people: figure.people };
    }
    case 'mean': {
      if (figure.state === 'unavailable') return nobody(draft, 1);
      const values = addAtom(draft, figure.values);
      addStatement(draft, addUnit(draft, { place, name: 'figure', cost }), values, 1);
      addSecret(draft, place, 'values', values, figure.people);
      return { additive: () => [values], cells: { count: values }, people: figure.people };
    }
    case 'rate': {
      if (figure.state === 'unavailable') return nobody(draft, 2);
      const events = addAtom(draft, figure.events.count);
      // In whole days, which add up without rounding.
      const exposure = addAtom(draft, Math.round(figure.exposure.amount * 7));
      const unit = addUnit(draft, { place, name: 'figure', cost });
      addStatement(draft, unit, events);
      addStatement(draft, unit, exposure, 1, (days) => draft.rule.shown(days / 7));
      addSecret(draft, place, 'events', events, figure.events.people);
      addSecret(draft, place, 'exposure', exposure, figure.exposure.people);
      return {
        additive: () => [events, exposure],
        cells: { count: events, exposure },
        people: figure.events.people,
      };
    }
    case 'median':
      return NOBODY;
  }
}

/** A figure of nobody, of so many numbers. */
function nobody(draft: Draft, numbers: number): Described {
  const additive = Array.from({ length: numbers }, () => addAtom(draft, 0));
  addNobody(draft, additive);
  return { ...NOBODY, additive: () => additive };
}
