import { type MessageAttributeValue, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Alerts } from './world.ts';

/**
 * Alerts by Amazon SNS: the message is the sentence, all else are attributes, by which a subscription is told of one
 * commissioner's or provider's alone (its filter policy).
 */
export function snsAlerts(client = new SNSClient()): Alerts {
  return {
    publish: async (topic, { text, ...facts }) => {
      const attributes: Record<string, MessageAttributeValue> = {};
      for (const [name, value] of Object.entries(facts))
        attributes[name] = {
          DataType: typeof value === 'number' ? 'Number' : 'String',
          StringValue: String(value),
        };
      await client.send(
        new PublishCommand({
          TopicArn: topic,
          Subject: facts.crossing,
          Message: text,
          MessageAttributes: attributes,
        }),
      );
    },
  };
}
