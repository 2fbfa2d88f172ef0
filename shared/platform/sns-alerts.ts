import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Alerts } from './world.ts';

/** Alerts by Amazon SNS: whoever subscribes to the topic is told. */
export function snsAlerts(client = new SNSClient()): Alerts {
  return {
    publish: async (topic, alert) => {
      await client.send(
        new PublishCommand({ TopicArn: topic, Subject: alert.crossing, Message: JSON.stringify(alert) }),
      );
    },
  };
}
