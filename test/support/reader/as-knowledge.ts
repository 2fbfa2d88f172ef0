import type { Form, Identity, Knowledge } from '../../../shared/outcomes/disclosure/audit/knowledge.ts';
import type { Reading } from './read-document.ts';
import type { Sum } from './reading.ts';

/**
 * What a reader of a document knows, as the audit takes it: nothing of it was made by what decided what to withhold.
 * Each "at most" has an unknown rest; what is believed of withheld numbers is a number that is withheld.
 */
export function asKnowledge({ facts, believed, kept, truth: of }: Reading): Knowledge {
  const numbers = new Map<string, number>();
  const truth: number[] = [];
  const atomOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const value = of.get(name) ?? 0;
    truth.push(value);
    numbers.set(name, truth.length - 1);
    return truth.length - 1;
  };
  const formOf = (sum: Sum): Form => {
    const times = new Map<number, number>();
    for (const [name, count] of sum) times.set(atomOf(name), (times.get(atomOf(name)) ?? 0) + count);
    return [...times].flatMap(([atom, count]) => (count === 0 ? [] : [{ atom, times: count }]));
  };
  const valueOf = (form: Form): number =>
    form.reduce((sum, { atom, times }) => sum + times * (truth[atom] ?? 0), 0);
  const identities = facts.flatMap(({ sum, is, value }): Identity[] => {
    const form = formOf(sum);
    if (form.length === 0) return [];
    if (is === '=') return [{ form, value: valueOf(form) }];
    const most = Math.floor(value + 1e-6);
    truth.push(most - valueOf(form));
    return [{ form: [...form, { atom: truth.length - 1, times: 1 }], value: most }];
  });
  const statements = believed.flatMap(({ sum }, unit) => {
    const form = formOf(sum);
    return form.length === 0 ? [] : [{ unit, form, value: valueOf(form), least: 1 as const }];
  });
  const secrets = kept.map(({ name, sum, value }) => ({
    name,
    figure: name.slice(0, name.indexOf('#')),
    form: formOf(sum),
    value,
    people: 1,
  }));
  return { truth, identities, statements, secrets };
}
