import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';
import { boundKey } from './bound-key.ts';

/**
 * The key that manifests are signed with. Kept whatever happens: what it signed is checked for as long as packs are
 * kept. Keys of this kind are not rotated.
 */
export class SigningKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#key = new Key(this, 'Key', {
      description: 'Signs the manifests of packs and statements',
      keySpec: KeySpec.RSA_2048,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  get keyArn(): string {
    return this.#key.keyArn;
  }

  /** The key's ARN, with leave to sign by it and to read its public half. */
  signing(): Binding {
    return boundKey(this.#key, 'kms:Sign', 'kms:GetPublicKey');
  }

  /** The key's ARN, with leave to read its public half alone. */
  publishing(): Binding {
    return boundKey(this.#key, 'kms:GetPublicKey');
  }
}
