import * as z from 'zod';
import { personalInText } from '../records/personal-in-text.ts';

/** Which revision is meant, and which bytes: the hash of its manifest, as the pack's entry tells it. */
export const releaseSchema = z.strictObject({
  revision: z.int().min(1).max(9999),
  manifestSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'malformed-hash: send the SHA-256 that the pack tells as manifestSha256'),
});

/** What an approver says to the reader of the pack: words, and nothing that names a person. */
const commentarySchema = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .regex(/^(?:\r?\n|[^\p{C}\p{Zl}\p{Zp}])*$/u, {
    error: 'invalid-text: leave out characters that cannot be printed',
    abort: true,
  })
  .refine(
    (text) => !personalInText(text),
    'personal-identifier: leave out what looks like an identifier of a person, an e-mail address or a telephone number',
  );

export const approvalSchema = releaseSchema.extend({ commentary: commentarySchema.optional() });

export type ReleaseRequest = z.output<typeof releaseSchema>;
export type ApprovalRequest = z.output<typeof approvalSchema>;
