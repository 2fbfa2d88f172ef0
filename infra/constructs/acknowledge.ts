import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag on a construct and all within it, each with its reason.
 *
 * @example acknowledge(this, { 'AwsSolutions-IAM5[Resource::*]': 'X-Ray takes no resource.' })
 */
export function acknowledge(scope: IConstruct, reasons: Readonly<Record<string, string>>): void {
  Validations.of(scope).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}

/** The rules that HIPAA Security and NIST 800-53 have in common and that do not fit here, by their names without the packs’. */
type SharedRule =
  | 'IAMNoInlinePolicy'
  | 'LambdaConcurrency'
  | 'LambdaDLQ'
  | 'LambdaInsideVPC'
  | 'S3BucketReplicationEnabled'
  | 'S3BucketVersioningEnabled'
  | 'S3DefaultEncryptionKMS';

/**
 * The same for a rule that is in both packs of controls under one name.
 *
 * @example acknowledgeControls(this, { LambdaInsideVPC: 'It calls AWS alone, by TLS and by its role.' })
 */
export function acknowledgeControls(
  scope: IConstruct,
  reasons: Readonly<Partial<Record<SharedRule, string>>>,
): void {
  for (const [rule, reason] of Object.entries(reasons))
    acknowledge(scope, { [`HIPAA.Security-${rule}`]: reason, [`NIST.800.53.R5-${rule}`]: reason });
}

/** Why the policies of a role stand in it. */
export const ownPolicy =
  'The policy is of this one role: shared, it would be another’s leave as well, and outlive it.';
