import { kmsPublicKeys } from '../../shared/platform/kms-public-keys.ts';
import { readPublishedEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readPublishedEnv.parse(process.env);

export const handler = createHandler(env, { publicKeys: kmsPublicKeys() });
