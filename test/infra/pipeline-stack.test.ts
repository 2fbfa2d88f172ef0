import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { allowedActions } from './allowed-actions.ts';
import { machineOf, resources, synthesized } from './synthesized.ts';

const { pipeline, api } = synthesized();

describe('the schedule', () => {
  it('starts the month run at six in the morning in London, summer and winter', () => {
    pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 6 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      State: 'ENABLED',
      Target: {
        Arn: { Ref: Match.stringLikeRegexp('^MonthRunMachine') },
        Input: '{"trigger":"schedule"}',
      },
    });
  });

  it('keeps a start that failed, and tries no later than the same day', () => {
    pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
      Target: {
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^MissedRuns'), 'Arn'] } },
        RetryPolicy: { MaximumEventAgeInSeconds: 12 * 3600 },
      },
    });
  });
});

describe('every schedule', () => {
  type Scheduled = { Target: { DeadLetterConfig?: { Arn: unknown } } };
  const all = [pipeline, api].flatMap((template) =>
    resources<Scheduled>(template, 'AWS::Scheduler::Schedule'),
  );

  it.each(all)('keeps what it could not start: $id', ({ Properties }) => {
    expect(JSON.stringify(Properties.Target.DeadLetterConfig)).toContain('MissedRuns');
  });
});

describe('queues', () => {
  it('take dead letters from whom they are for alone', () => {
    pipeline.hasResourceProperties('AWS::SQS::Queue', {
      QueueName: 'janus-outcomes-dev-uploads-dead',
      RedriveAllowPolicy: {
        redrivePermission: 'byQueue',
        sourceQueueArns: [
          { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp(':janus-outcomes-dev-uploads$')])] },
        ],
      },
    });
    pipeline.hasResourceProperties('AWS::SQS::Queue', {
      QueueName: 'janus-outcomes-dev-missed-starts',
      RedriveAllowPolicy: { redrivePermission: 'denyAll' },
    });
  });

  it('lose nothing that could not be put on them', () => {
    pipeline.hasResourceProperties('AWS::Events::Rule', {
      Targets: [
        {
          DeadLetterConfig: {
            Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^UploadedDeadLetters'), 'Arn'] },
          },
        },
      ],
    });
  });
});

describe('the nightly schedule', () => {
  it('enforces retention at half past three in the morning in London, and keeps a start that failed', () => {
    pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(30 3 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: {
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^enforceretention'), 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^MissedRuns'), 'Arn'] } },
      },
    });
  });
});

describe('statements', () => {
  it('are made at half past four in the morning in London', () => {
    pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(30 4 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: { Arn: { Ref: Match.stringLikeRegexp('^StatementRunMachine') } },
    });
  });

  it('alerts go to a topic that is encrypted and takes nothing over plain HTTP', () => {
    pipeline.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    pipeline.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: [Match.objectLike({ Effect: 'Deny', Action: 'sns:Publish', Principal: '*' })],
      },
    });
  });
});

describe.each([
  ['MonthRun', ['computeoutcomes', 'finishrun', 'planmonth', 'renderpack']],
  ['StatementRun', ['finishrun', 'planstatements', 'reconcileblocks', 'renderstatements']],
] as const)('the machine of %s', (run, functions) => {
  const machine = machineOf<{ RoleArn: { 'Fn::GetAtt': [string, string] } }>(pipeline, run);

  it('is traced and logged without what passes through it', () => {
    expect(machine.Properties).toMatchObject({
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
  });

  it('may invoke its four functions, and no versions of them', () => {
    const invoked = allowedActions(pipeline, machine.Properties.RoleArn['Fn::GetAtt'][0]).filter((action) =>
      action.startsWith('lambda:'),
    );
    expect(invoked.sort()).toEqual(functions.map((name) => `lambda:InvokeFunction on ${name}`));
  });
});

describe('plan-month', () => {
  it('is told to wait two minutes for the indexes', () => {
    pipeline.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { SETTLE_SECONDS: '120' } },
    });
  });
});
