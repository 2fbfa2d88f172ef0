import type { Stack } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { acknowledgeControls, ownPolicy } from './acknowledge.ts';

/** Accepts the policies of the roles that the CDK makes for what the schedules of a stack start, once all are there. */
export function acknowledgeSchedulerRoles(stack: Stack): void {
  for (const child of stack.node.children)
    if (child instanceof Role && child.node.id.startsWith('SchedulerRoleForTarget'))
      acknowledgeControls(child, { IAMNoInlinePolicy: ownPolicy });
}
