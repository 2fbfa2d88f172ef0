import { inSource } from './source-place.ts';

/** What may be logged of an unexpected error: its name and where it was thrown. Its message may hold what was sent. */
export function placeOf(error: unknown): { readonly name: string; readonly where: string } {
  if (!(error instanceof Error)) return { name: typeof error, where: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    where: frames
      .slice(0, 6)
      .map((frame) => inSource(frame.trim()))
      .join(' < '),
  };
}
