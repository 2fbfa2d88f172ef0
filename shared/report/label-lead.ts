/**
 * What a label says before its first colon, which it may share with others.
 *
 * @example leadOf('Ended: died') // 'Ended'
 */
export function leadOf(label: string): string | undefined {
  const at = label.indexOf(': ');
  return at < 0 ? undefined : label.slice(0, at);
}

/**
 * What it says after it.
 *
 * @example afterLead('Ended: died') // 'died'
 */
export const afterLead = (label: string): string => label.slice(label.indexOf(': ') + 2);
