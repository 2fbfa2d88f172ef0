import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsPublicKeys } from '../../shared/platform/kms-public-keys.ts';
import { kmsSigner } from '../../shared/platform/kms-signer.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { renderPackEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = renderPackEnv.parse(process.env);

export const handler = createHandler(env, {
  table: tableClient(),
  log: lambdaLog('render-pack'),
  now: () => new Date(),
  objects: objectsClient(),
  signer: kmsSigner(),
  publicKeys: kmsPublicKeys(),
});
