import { STATUS_CODES } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { AppError } from './errors.ts';
import { isThrottled } from './is-throttled.ts';
import { placeOf } from './place-of-error.ts';
import type { Log } from './world.ts';

const OVERLOADED = 'overloaded';

/** DynamoDB takes more within minutes; most of what was throttled goes through the next time. */
const RETRY_SECONDS = 5;

type Circumstances = { readonly log: Log; readonly requestId: string; readonly route: string };

/**
 * The problem document (RFC 9457) of an error. What a person can act on is told; anything else is logged by name and
 * place, without its message, which may hold what was sent.
 */
export function problemOf(
  error: unknown,
  { log, requestId, route }: Circumstances,
): APIGatewayProxyStructuredResultV2 {
  const known = error instanceof AppError ? error : undefined;
  if (known === undefined) {
    log.error('request failed', { requestId, route, ...placeOf(error) });
  } else {
    log.info('request refused', {
      requestId,
      route,
      status: known.status,
      code: known.code,
      issues: known.issues.length,
    });
  }
  const { status, code, message, issues } =
    known ?? (isThrottled(error) ? overloaded() : unexpected(requestId));
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      ...(code === OVERLOADED && { 'retry-after': String(RETRY_SECONDS) }),
    },
    body: JSON.stringify({
      type: `urn:janus-outcomes:problem:${code}`,
      title: STATUS_CODES[status],
      status,
      code,
      detail: message,
      ...(issues.length > 0 && { errors: issues }),
    }),
  };
}

function overloaded(): AppError {
  const detail =
    'There are too many requests at this moment; wait a little and send the same again, which is safe.';
  return new AppError(503, OVERLOADED, detail);
}

function unexpected(requestId: string): AppError {
  const detail = `Something failed on our side; sending the same again is safe. It is logged as request ${requestId}.`;
  return new AppError(500, 'internal-error', detail);
}
