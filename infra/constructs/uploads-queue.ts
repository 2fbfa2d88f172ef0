import { Duration, Stack } from 'aws-cdk-lib';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { named } from '../stage.ts';
import { acknowledge } from './acknowledge.ts';
import type { UploadsBucket } from './uploads-bucket.ts';

/** Files that are set to work, by the names they come in under: uploads, their slices, and replays. */
const KEYS = ['files/*', 'work/*/slices/*.json', 'work/*/again.json'];

/** Slices of all uploads that are worked on at the same time, so that the table is not overrun. */
const AT_ONCE = 10;

/**
 * The queue of what came into the bucket of uploads, filled by EventBridge, and its dead letters: what failed each time
 * it was given out.
 */
export class UploadsQueue extends Construct {
  /** How often a message is given out before it is a dead letter. */
  static readonly mostTries = 3;
  /** How long a function may work on one message. */
  static readonly longest = Duration.minutes(5);

  readonly #queue: Queue;
  readonly #deadLetters: Queue;

  constructor(scope: Construct, id: string, uploads: UploadsBucket) {
    super(scope, id);
    const kept = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    };
    const queueName = named(this, 'uploads');
    this.#deadLetters = new Queue(this, 'DeadLetters', {
      ...kept,
      queueName: named(this, 'uploads-dead'),
      redriveAllowPolicy: {
        redrivePermission: RedrivePermission.BY_QUEUE,
        // By its name: two queues that refer to one another cannot be made.
        sourceQueues: [
          Queue.fromQueueArn(
            this,
            'Named',
            Stack.of(this).formatArn({ service: 'sqs', resource: queueName }),
          ),
        ],
      },
    });
    acknowledge(this.#deadLetters, { 'AwsSolutions-SQS3': 'This is the dead-letter queue.' });
    this.#queue = new Queue(this, 'Queue', {
      ...kept,
      queueName,
      // Six times as long as the function may take, as AWS asks for.
      visibilityTimeout: Duration.minutes(6 * UploadsQueue.longest.toMinutes()),
      deadLetterQueue: { queue: this.#deadLetters, maxReceiveCount: UploadsQueue.mostTries },
    });
    new Rule(this, 'CameIn', {
      description: 'Puts what came into the bucket of uploads on the queue',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [uploads.bucketName] },
          object: { key: KEYS.flatMap((key) => Match.wildcard(key)) },
        },
      },
      // What cannot be put on the queue waits where what failed on it does.
      targets: [new SqsQueue(this.#queue, { deadLetterQueue: this.#deadLetters })],
    });
  }

  get deadLettersUrl(): string {
    return this.#deadLetters.queueUrl;
  }

  /** Gives messages to a function, one at a time; what it says has failed comes again. */
  workedOnBy(fn: LambdaFunction): void {
    fn.addEventSource(
      new SqsEventSource(this.#queue, {
        batchSize: 1,
        reportBatchItemFailures: true,
        maxConcurrency: AT_ONCE,
      }),
    );
  }
}
