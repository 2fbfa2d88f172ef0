import { Readable } from 'node:stream';
import type { World } from '../../shared/platform/world.ts';
import { onWire } from './recording/around-calls.ts';

/** Whether a request to a store fails: by the function that makes it, its command, and whether it is made again. */
export type Fails = (request: { folder: string; command: string; isFirst: boolean }) => boolean;

const body = (text: string) => Readable.from([Buffer.from(text)]);

/** DynamoDB turning a request away for being one too many. */
const throttled = () => ({
  statusCode: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: body(
    JSON.stringify({
      __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
      message: 'The level of configured provisioned throughput for the table was exceeded.',
    }),
  ),
});

/** S3 failing, or asking to be asked less. */
const failed = (number: number) => {
  const [statusCode, code] = number % 2 === 0 ? [500, 'InternalError'] : [503, 'SlowDown'];
  return {
    statusCode,
    headers: { 'content-type': 'application/xml' },
    body: body(`<Error><Code>${code}</Code><Message>Please try again.</Message></Error>`),
  };
};

/** The world of a function with a table that turns requests away, as far as they are to fail. */
export const throttledTable = (fails: Fails) => (folder: string, world: World) => {
  const table = onWire(world.table, (request) => (fails({ folder, ...request }) ? throttled() : undefined));
  return { ...world, table };
};

/** The same with buckets that fail, by 500 and 503 in turn. */
export const failingObjects = (fails: Fails) => (folder: string, world: World) => {
  let number = 0;
  const objects = onWire(world.objects, (request) =>
    fails({ folder, ...request }) ? failed((number += 1)) : undefined,
  );
  return { ...world, objects };
};
