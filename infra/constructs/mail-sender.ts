import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';

/** Messages from one address, whose domain somebody has verified with SES: nothing is deployed for it. */
export class MailSender extends Construct {
  readonly #from: string;

  constructor(scope: Construct, id: string, from: string) {
    super(scope, id);
    this.#from = from;
  }

  /** The address, with leave to send messages from it and from no other. */
  sending(): Binding {
    const domain = this.#from.slice(this.#from.lastIndexOf('@') + 1);
    const identity = Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName: domain });
    return {
      value: this.#from,
      allow: (role) =>
        role.addToPolicy(
          new PolicyStatement({
            actions: ['ses:SendEmail'],
            resources: [identity],
            conditions: { StringEquals: { 'ses:FromAddress': this.#from } },
          }),
        ),
    };
  }
}
