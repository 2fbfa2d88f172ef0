import type { Block } from '../blocks.ts';
import { counted } from '../wording/counted.ts';
import type { Measured } from '../measured.ts';

const PEOPLE = ['person', 'people'] as const;

/**
 * The steps of a path as bars of people, drawn only when every step can be shown and anybody took one; a sentence
 * where a step is withheld, nothing for a measure without such a path.
 */
export function funnelChart({ words, result, document, title }: Measured): Block[] {
  const entries = Object.entries(words.funnel ?? {});
  const figures = entries.map(([key, label]) => ({ label, figure: result.beside?.[key] }));
  const steps = figures.flatMap(({ label, figure }) =>
    figure?.kind === 'count' && figure.state === 'estimated' ? [{ label, ...figure }] : [],
  );
  if (figures.some(({ figure }) => figure === undefined)) return [];
  if (steps.length < entries.length)
    return [{ kind: 'note', text: 'There is no chart of the steps: one of their numbers is withheld [c].' }];
  if (steps.every(({ value }) => value === 0)) return [];
  const provisional = steps
    .filter(({ marks }) => marks?.includes('p'))
    .map(({ label }) => label.toLowerCase());
  const note = [
    'Each bar counts the people who reached the step in the twelve months; those of a later step may have taken an earlier one before.',
    ...(provisional.length
      ? [`Provisional [p], some reported by the person alone: ${provisional.join('; ')}.`]
      : []),
    ...(document.disclosure === 'hes7round5' ? ['Numbers are rounded to five.'] : []),
  ].join(' ');
  const heading = `${title}: people reaching each step`;
  const drawn = steps.map(({ label, value }) => `${label} ${counted(value, PEOPLE, document.disclosure)}`);
  return [
    {
      kind: 'chart',
      id: `${words.id}.funnel`,
      title: heading,
      alt: `Chart: ${heading}. One bar for each step: ${drawn.join('; ')}. ${note}`,
      note,
      spec: { kind: 'funnel', axis: 'People', steps: steps.map(({ label, value }) => ({ label, value })) },
    },
  ];
}
