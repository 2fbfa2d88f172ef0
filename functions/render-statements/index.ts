import { objectsClient } from '../../shared/platform/aws-objects.ts';
import { tableClient } from '../../shared/platform/aws-table.ts';
import { kmsPublicKeys } from '../../shared/platform/kms-public-keys.ts';
import { kmsSigner } from '../../shared/platform/kms-signer.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { renderStatementsEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = renderStatementsEnv.parse(process.env);

export const handler = traced(
  'render-statements',
  createHandler(env, {
    table: tableClient(),
    log: lambdaLog('render-statements'),
    now: () => new Date(),
    objects: objectsClient(),
    signer: kmsSigner(),
    publicKeys: kmsPublicKeys(),
  }),
);
