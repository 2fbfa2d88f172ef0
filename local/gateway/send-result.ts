import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ServerResponse } from 'node:http';

const LARGEST_ANSWER = 6 * 1024 * 1024;

/** The fixed answers of API Gateway itself. */
const fixedAnswers = {
  400: { message: 'Bad Request' },
  401: { message: 'Unauthorized' },
  403: { message: 'Forbidden' },
  404: { message: 'Not Found' },
  413: { message: 'Request Entity Too Large' },
  500: { message: 'Internal Server Error' },
  503: { message: 'Service Unavailable' },
} as const;

export type FixedStatus = keyof typeof fixedAnswers;

/** Answers as API Gateway does without, or in spite of, a function. */
export function sendFixed(response: ServerResponse, status: FixedStatus): number {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(fixedAnswers[status]));
  return status;
}

/** Hands a function's result to the caller; answers the status that was sent. */
export function sendResult(response: ServerResponse, result: APIGatewayProxyStructuredResultV2): number {
  const { statusCode = 200, headers = {}, cookies, body = '', isBase64Encoded = false } = result;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > LARGEST_ANSWER) return sendFixed(response, 500);
  if (cookies !== undefined) response.setHeader('set-cookie', cookies);
  response.writeHead(statusCode, {
    ...(bytes.length === 0 ? {} : { 'content-type': 'text/plain;charset=UTF-8' }),
    ...Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    ...(statusCode === 204 ? {} : { 'content-length': bytes.length }),
  });
  response.end(bytes);
  return statusCode;
}
