import { createHmac } from 'node:crypto';
import type { Macs } from '../platform/world.ts';
import type { Person } from '../store/holdings.ts';

/** What the key signs; another purpose would sign something else. */
const PURPOSE = 'janus-outcomes: tags of persons, 1';

const BYTES = 16;

const TAG = /^[a-p]{32}$/;

/** The tag of a person: the same for the same person, and telling nobody whose it is. */
export type TagOf = (person: Person) => Promise<string>;

/**
 * The tag of a placement, and nobody's: no reference of a person has a colon in it.
 *
 * @param placement the provider's id of it
 */
export function placementTag(tagOf: TagOf, provider: string, placement: string): Promise<string> {
  return tagOf({ provider, personRef: `placement:${placement}` });
}

/**
 * Makes the function that gives a person's tag: a keyed hash of provider and reference, 128 bits in 32 letters. The
 * key service signs a fixed text, once in a process, and what it answers is the key of the hashes (why: ADR 8).
 * Letters alone, so that no part of a tag reads as the telephone number or NHS number that ids must not hold.
 *
 * @example await personTags(macs, keyId)({ provider: 'janus', personRef: 'SU-1' }) // 'ganohbdm…'
 */
export function personTags({ mac }: Macs, keyId: string): TagOf {
  let key: Promise<Uint8Array> | undefined;
  const keyOnce = () => {
    key ??= mac(keyId, PURPOSE).catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  };
  return async ({ provider, personRef }) => {
    const hash = createHmac('sha256', await keyOnce())
      .update(`${provider}\0${personRef}`)
      .digest();
    return lettersOf(hash.subarray(0, BYTES));
  };
}

/** Whether a text is a tag, as far as one can see. */
export function isTag(text: string): boolean {
  return TAG.test(text);
}

/** Two letters a byte, `a` for 0 to `p` for 15. */
function lettersOf(bytes: Uint8Array): string {
  const letter = (half: number) => String.fromCharCode('a'.charCodeAt(0) + half);
  return Array.from(bytes, (byte) => letter(byte >> 4) + letter(byte & 15)).join('');
}
