import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';
import { boundKey } from './bound-key.ts';

/**
 * The key that the tags of people are made with: by it alone it can be told whose an erasure is. Kept whatever
 * happens; without it no erasure could be held up any more. Keys of this kind are not rotated.
 */
export class TagKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#key = new Key(this, 'Key', {
      description: 'Makes the tags that stand for erased people',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  get keyArn(): string {
    return this.#key.keyArn;
  }

  /** The key's ARN, with leave to make codes by it. */
  making(): Binding {
    return boundKey(this.#key, 'kms:GenerateMac');
  }
}
