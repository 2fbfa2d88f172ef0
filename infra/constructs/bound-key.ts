import type { Key } from 'aws-cdk-lib/aws-kms';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Binding } from './binding.ts';

/** A key's ARN, with leave to do just these things by it. */
export function boundKey({ keyArn }: Key, ...actions: string[]): Binding {
  return {
    value: keyArn,
    allow: (role) => role.addToPolicy(new PolicyStatement({ actions, resources: [keyArn] })),
  };
}
