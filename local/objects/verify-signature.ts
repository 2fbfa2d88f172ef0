import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { accessDenied, ObjectError } from './object-error.ts';
import type { RequestTarget } from './request-target.ts';
import { parameter } from './request-target.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const ALLOWED_SKEW = 15 * 60_000;
const LONGEST_LINK_SECONDS = 7 * 24 * 3600;

type SignedRequest = {
  readonly method: string;
  readonly target: RequestTarget;
  readonly headers: IncomingHttpHeaders;
};

type Claim = {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly date: string;
  readonly payload: string;
  readonly expiresIn?: number;
};

/**
 * Proves that a request was signed (Signature Version 4, in its header or its query) by one who holds a secret.
 *
 * Source: AWS Signature Version 4 for API requests, "Create a signed request".
 *
 * @returns what was signed about the body: its SHA-256, `UNSIGNED-PAYLOAD`, or the name of a streaming form
 * @throws ObjectError 403 where the signature is missing, wrong, made for something else or out of its time
 */
export function verifySignature(
  request: SignedRequest,
  secrets: ReadonlyMap<string, string>,
  now: Date,
): string {
  const presigned = parameter(request.target, 'X-Amz-Signature') !== undefined;
  const claim = presigned ? claimInQuery(request) : claimInHeader(request);
  const [accessKey = '', day = '', region = '', service = '', end = ''] = claim.credential.split('/');
  const signedAt = instantOf(claim.date);
  if (service !== 's3' || end !== 'aws4_request' || day !== claim.date.slice(0, 8))
    throw new ObjectError(400, 'AuthorizationHeaderMalformed', 'The credential scope is not right.');
  checkTime(claim, signedAt, now);
  checkCoverage(claim, request.headers);

  const secret = secrets.get(accessKey);
  if (secret === undefined)
    throw new ObjectError(403, 'InvalidAccessKeyId', 'The access key Id you provided does not exist.');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = [ALGORITHM, claim.date, scope, sha256(canonicalRequest(request, claim))].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const expected = hmac(key, toSign);
  const given = Buffer.from(claim.signature, 'hex');
  if (!/^[0-9a-f]{64}$/.test(claim.signature) || !timingSafeEqual(given, expected))
    throw new ObjectError(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    );
  return claim.payload;
}

/** A client that follows our redirect may bring its bearer token along; the link's own signature is what counts. */
function claimInQuery({ target, headers }: SignedRequest): Claim {
  const value = (name: string) => parameter(target, `X-Amz-${name}`) ?? '';
  if (headers.authorization?.startsWith(ALGORITHM) === true)
    throw new ObjectError(400, 'InvalidArgument', 'Only one auth mechanism allowed.');
  const expiresIn = Number(value('Expires'));
  if (value('Algorithm') !== ALGORITHM || !(expiresIn >= 1 && expiresIn <= LONGEST_LINK_SECONDS))
    throw new ObjectError(
      400,
      'AuthorizationQueryParametersError',
      'The signature parameters are not right.',
    );
  return {
    credential: value('Credential'),
    signedHeaders: value('SignedHeaders'),
    signature: value('Signature'),
    date: value('Date'),
    payload: parameter(target, 'X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    expiresIn,
  };
}

function claimInHeader({ headers }: SignedRequest): Claim {
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
    headers.authorization ?? '',
  );
  const date = headers['x-amz-date'];
  const payload = headers['x-amz-content-sha256'];
  if (match === null || typeof date !== 'string' || typeof payload !== 'string') throw accessDenied();
  const [, credential = '', signedHeaders = '', signature = ''] = match;
  return { credential, signedHeaders, signature, date, payload };
}

function instantOf(date: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (match === null) throw accessDenied('A date is needed: X-Amz-Date as 20261104T120000Z.');
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(
    `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`,
  );
}

function checkTime({ expiresIn }: Claim, signedAt: number, now: Date): void {
  const age = now.getTime() - signedAt;
  if (expiresIn !== undefined && age > expiresIn * 1000) throw accessDenied('Request has expired');
  if (!(age >= -ALLOWED_SKEW) || (expiresIn === undefined && age > ALLOWED_SKEW))
    throw new ObjectError(403, 'RequestTimeTooSkewed', 'The time of the request is too far from ours.');
}

/** What means something must be signed, or a link could be given another meaning. */
function checkCoverage({ signedHeaders }: Claim, headers: IncomingHttpHeaders): void {
  const signed = new Set(signedHeaders.split(';'));
  const unsigned = Object.keys(headers).some((name) => name.startsWith('x-amz-') && !signed.has(name));
  if (!signed.has('host') || unsigned)
    throw accessDenied('There were headers present in the request which were not signed');
}

function canonicalRequest({ method, target, headers }: SignedRequest, claim: Claim): string {
  const query = target.query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const lines = claim.signedHeaders.split(';').map((name) => {
    const value = (Object.hasOwn(headers, name) ? headers[name] : undefined) ?? '';
    return `${name}:${(Array.isArray(value) ? value.join(',') : value).trim().replace(/\s+/g, ' ')}\n`;
  });
  const path = target.segments.map(encode).join('/');
  return [method, path, query.join('&'), lines.join(''), claim.signedHeaders, claim.payload].join('\n');
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
