import type { Figure, OutcomeDocument } from '../../../shared/outcomes/document.ts';

/** Every figure of a document by its place, `measure|part|name|category`. */
export function figuresRead({ measures }: Pick<OutcomeDocument, 'measures'>): Map<string, Figure> {
  const found = new Map<string, Figure>();
  for (const [id, result] of Object.entries(measures)) {
    found.set(`${id}|headline||`, result);
    for (const [name, figure] of Object.entries(result.sensitivity ?? {}))
      found.set(`${id}|sensitivity|${name}|`, figure);
    for (const [name, figure] of Object.entries(result.beside ?? {}))
      found.set(`${id}|beside|${name}|`, figure);
    for (const [dimension, categories] of Object.entries(result.splits ?? {}))
      for (const [category, figure] of Object.entries(categories))
        found.set(`${id}|split|${dimension}|${category}`, figure);
    if (result.cohort === undefined) continue;
    if (result.cohort.point !== undefined) found.set(`${id}|cohort|point|`, result.cohort.point);
    found.set(`${id}|cohort|matured|`, result.cohort.matured);
    for (const [provider, figure] of Object.entries(result.cohort.providers))
      found.set(`${id}|cohort|provider|${provider}`, figure);
  }
  return found;
}
