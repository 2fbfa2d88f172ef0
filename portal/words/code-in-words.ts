/**
 * A party's code as a name, where its name is not told: `janus-enterprise` is Janus Enterprise.
 *
 * @example codeInWords('northshire') // 'Northshire'
 */
export const codeInWords = (code: string): string =>
  code
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
