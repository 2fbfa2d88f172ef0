import { tableClient } from '../../shared/platform/aws-table.ts';
import { traced } from '../../shared/platform/lambda-trace.ts';
import { lambdaLog } from '../../shared/platform/log.ts';
import { sesMail } from '../../shared/platform/ses-mail.ts';
import { tellReleasesEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = tellReleasesEnv.parse(process.env);

export const handler = traced(
  'tell-releases',
  createHandler(env, {
    table: tableClient(),
    mail: sesMail(env.MAIL_FROM),
    log: lambdaLog('tell-releases'),
    now: () => new Date(),
  }),
);
