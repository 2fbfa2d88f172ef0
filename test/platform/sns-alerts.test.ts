import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import { snsAlerts } from '../../shared/platform/sns-alerts.ts';

test('an alert is a sentence, with attributes that a subscription can be filtered by', async () => {
  const client = new SNSClient({ region: 'eu-west-2' });
  const sent = mockClient(client);
  const alert = { crossing: 'used-75-percent', commissioner: 'northshire', used: 27, text: 'Block B-1: …' };
  await snsAlerts(client).publish('arn:aws:sns:eu-west-2:000000000000:Blocks', alert);
  expect(sent.commandCalls(PublishCommand).map(({ args: [{ input }] }) => input)).toEqual([
    {
      TopicArn: 'arn:aws:sns:eu-west-2:000000000000:Blocks',
      Subject: 'used-75-percent',
      Message: 'Block B-1: …',
      MessageAttributes: {
        crossing: { DataType: 'String', StringValue: 'used-75-percent' },
        commissioner: { DataType: 'String', StringValue: 'northshire' },
        used: { DataType: 'Number', StringValue: '27' },
      },
    },
  ]);
});
