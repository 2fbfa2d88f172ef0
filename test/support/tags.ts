import { createHmac } from 'node:crypto';
import type { Macs } from '../../shared/platform/world.ts';
import { personTags } from '../../shared/privacy/person-tags.ts';

/** Codes by a key that is the same in every test. */
export const testMacs: Macs = {
  mac: (keyId, message) =>
    Promise.resolve(createHmac('sha256', `secret of ${keyId}`).update(message).digest()),
};

export const testTagOf = personTags(testMacs, 'tag-key');
