import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';

/** Where somebody is told of something; whoever subscribes gets what is published. */
export class AlertsTopic extends Construct {
  readonly #topic: Topic;

  /** @param displayName from whom an e-mail of it is */
  constructor(scope: Construct, id: string, displayName: string) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', {
      displayName,
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
