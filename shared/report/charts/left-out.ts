/** What a drawing leaves out, by reason, as its alternative text says it. */
export function leftOutInWords(
  points: readonly { day: number; state: 'estimated' | 'suppressed' | 'unavailable' }[],
): string {
  const days = (state: string) => [...new Set(points.filter((p) => p.state === state).map(({ day }) => day))];
  const sentence = (of: number[], why: string) =>
    of.length === 0 ? '' : ` Not drawn: ${of.map((day) => `day ${day}`).join(', ')}, ${why}.`;
  return sentence(days('suppressed'), 'withheld') + sentence(days('unavailable'), 'no figure');
}
