/** What stands in a claim in place of the id of a placement that is not held any more; no record may be called that. */
const ERASED_ID = /^erased-[1-9]\d*$/;

/**
 * Whether an id stands for what is not held any more.
 *
 * @example isErasedId('erased-1') // true
 */
export function isErasedId(id: string): boolean {
  return ERASED_ID.test(id);
}
