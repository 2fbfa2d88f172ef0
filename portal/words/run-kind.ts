/** What a run makes. */
export const runKind = ({
  kind,
  replay,
}: {
  readonly kind?: 'statements';
  readonly replay: boolean;
}): string => {
  if (kind === 'statements') return 'Statements';
  return replay ? 'Packs, as at an earlier instant' : 'Packs';
};
