import { parseArgs } from 'node:util';
import { janusApp } from './janus-app.ts';

/**
 * Synthesizes the application: `node infra/app.ts -c stage=prod`, or through the CDK's command line, which says where
 * to and with what context in CDK_OUTDIR and CDK_CONTEXT_JSON.
 */
const { values } = parseArgs({ options: { context: { type: 'string', short: 'c', multiple: true } } });

const given = (values.context ?? []).map((pair): [string, string] => {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, 'true'] : [pair.slice(0, at), pair.slice(at + 1)];
});

janusApp({
  outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out',
  postCliContext: Object.fromEntries(given),
}).synth();
