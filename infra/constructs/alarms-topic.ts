import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/**
 * Where the operator is told of alarms. Its key is our own: alarms cannot be published under the one that AWS manages
 * for topics.
 */
export class AlarmsTopic extends Construct {
  readonly action: SnsAction;
  readonly topicArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const alarms = new ServicePrincipal('cloudwatch.amazonaws.com');
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const key = new Key(this, 'Key', {
      description: 'Encrypts what alarms say',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [alarms],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: ofThisAccount,
      }),
    );
    const topic = new Topic(this, 'Topic', {
      displayName: 'janus-outcomes',
      enforceSSL: true,
      masterKey: key,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [alarms],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: ofThisAccount,
      }),
    );
    this.topicArn = topic.topicArn;
    this.action = new SnsAction(topic);
  }
}
