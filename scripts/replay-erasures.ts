/**
 * Makes a table on AWS keep every erasure of the ledger: after point-in-time recovery, before the restored table is
 * put to use, and at any other time to clear what a crashed writer may have left. See docs/runbook.md.
 *
 *     npm run replay-erasures -- --table TABLE --bucket PACKS_BUCKET --key TAG_KEY_ARN [--region eu-west-2]
 */
import { parseArgs } from 'node:util';
import { objectsClient } from '../shared/platform/aws-objects.ts';
import { tableClient } from '../shared/platform/aws-table.ts';
import { kmsMacs } from '../shared/platform/kms-macs.ts';
import { personTags } from '../shared/privacy/person-tags.ts';
import { upholdErasures } from '../shared/privacy/uphold-erasures.ts';
import { readErasureLedger } from '../shared/store/erasure-ledger.ts';

const USAGE =
  'Usage: npm run replay-erasures -- --table TABLE --bucket PACKS_BUCKET --key TAG_KEY_ARN [--region eu-west-2]';

try {
  const { values } = parseArgs({
    options: {
      table: { type: 'string' },
      bucket: { type: 'string' },
      key: { type: 'string' },
      region: { type: 'string', default: 'eu-west-2' },
      help: { type: 'boolean' },
    },
  });
  const { table: tableName, bucket: bucketName, key, region } = values;
  if (values.help === true) console.log(USAGE);
  else if (tableName === undefined || bucketName === undefined || key === undefined) throw new Error(USAGE);
  else {
    const table = { client: tableClient({ region }), name: tableName };
    const bucket = { client: objectsClient({ region }), name: bucketName };
    const tagOf = personTags(kmsMacs({ region }), key);
    const parts = { table, bucket, tagOf, now: () => new Date() };
    const { finished, erasures, people } = await upholdErasures(parts, () => readErasureLedger(bucket));
    console.log(
      `${erasures} erasures in the ledger; ${finished} were unfinished; of ${people} people something was removed.`,
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
