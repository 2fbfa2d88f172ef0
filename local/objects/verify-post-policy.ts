import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { accessDenied, ObjectError } from './object-error.ts';

const conditionSchema = z.union([
  z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
  z.record(z.string(), z.string()),
]);
const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(conditionSchema),
});

/** What a form allows: one key, and how long the file may be. */
export type PostAllowed = { readonly key: string; readonly least: number; readonly most: number };

type Circumstances = {
  readonly bucket: string;
  readonly secrets: ReadonlyMap<string, string>;
  readonly now: Date;
};

/** Fields that no condition needs to name. */
const FREE = /^(?:policy|x-amz-signature|file|x-ignore-.*)$/;

/**
 * Proves that a form's policy was signed by one who holds a secret, has not expired and allows what the form says.
 *
 * Source: Amazon S3, "Creating a POST policy" (Signature Version 4).
 *
 * @throws ObjectError 403 where it does not; 400 where the policy is none
 */
export function verifyPostPolicy(
  fields: ReadonlyMap<string, string>,
  { bucket, secrets, now }: Circumstances,
): PostAllowed {
  const field = (name: string) => fields.get(name) ?? '';
  const policy = readPolicy(field('policy'));
  const [accessKey = '', ...scope] = field('x-amz-credential').split('/');
  const secret = secrets.get(accessKey);
  if (secret === undefined || scope[2] !== 's3' || field('x-amz-algorithm') !== 'AWS4-HMAC-SHA256')
    throw new ObjectError(403, 'InvalidAccessKeyId', 'The access key Id you provided does not exist.');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const given = Buffer.from(field('x-amz-signature'), 'hex');
  const expected = hmac(key, field('policy'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new ObjectError(403, 'SignatureDoesNotMatch', 'The signature does not match the policy.');
  if (Date.parse(policy.expiration) <= now.getTime())
    throw accessDenied('Invalid according to Policy: Policy expired.');

  const named = new Set<string>();
  let [least, most] = [0, Infinity];
  for (const condition of policy.conditions) {
    if (Array.isArray(condition) && condition[0] === 'content-length-range') {
      [, least, most] = condition;
      continue;
    }
    for (const [name, value, isWhole] of wantedBy(condition)) {
      named.add(name);
      const sent = name === 'bucket' ? bucket : field(name);
      if (isWhole ? sent !== value : !sent.startsWith(value))
        throw accessDenied('Invalid according to Policy: Policy Condition failed');
    }
  }
  const extra = [...fields.keys()].find((name) => !named.has(name) && !FREE.test(name));
  if (extra !== undefined) throw accessDenied('Invalid according to Policy: Extra input fields');
  return { key: field('key'), least, most };
}

type Condition = Exclude<z.infer<typeof conditionSchema>, readonly ['content-length-range', number, number]>;

function wantedBy(condition: Condition): (readonly [name: string, value: string, isWhole: boolean])[] {
  if (!Array.isArray(condition)) return Object.entries(condition).map(([name, value]) => [name, value, true]);
  const [match, name, value] = condition;
  return [[name.replace(/^\$/, ''), value, match === 'eq']];
}

function readPolicy(text: string): z.infer<typeof policySchema> {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  } catch {
    throw new ObjectError(400, 'InvalidPolicyDocument', 'The policy is not one.');
  }
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
