/**
 * A label as it stands inside a sentence.
 *
 * @example lowered('Main substance') // 'main substance'
 */
export const lowered = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/**
 * Words as they begin a sentence or stand in a table.
 *
 * @example raised('about 70 people') // 'About 70 people'
 */
export const raised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
