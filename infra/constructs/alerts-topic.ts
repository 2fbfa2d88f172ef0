import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';

/** Where finance is told of blocks; whoever subscribes gets what is published. */
export class AlertsTopic extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', {
      displayName: 'Block bookings',
      enforceSSL: true,
      masterKey: Alias.fromAliasName(this, 'Key', 'alias/aws/sns'),
    });
  }

  /** The topic's ARN, with leave to publish to it. */
  publishing(): Binding {
    const { topicArn } = this.#topic;
    return {
      value: topicArn,
      allow: (role) =>
        role.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topicArn] })),
    };
  }

  get topicArn(): string {
    return this.#topic.topicArn;
  }
}
