import { CfnOutput, CfnResource, Duration } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { routeKey, routes, type HttpFunctionName } from '../../shared/platform/routes.ts';
import type { Config } from '../config.ts';
import { acknowledge } from './acknowledge.ts';
import { interfaceDomain } from './interface-domain.ts';
import { KeptLog } from './kept-log.ts';

type HttpInterfaceProps = Pick<Config, 'throttle' | 'routeThrottles' | 'domain'> & {
  readonly keepLogs: RetentionDays;
};

type Answering = {
  readonly authorizer: IFunction;
  readonly functions: Readonly<Record<HttpFunctionName, IFunction>>;
};

/** One line a request. The route's key, never its path: the references of people are in the path. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    functionRequestId: '$context.integration.requestId',
    requestTime: AccessLogField.contextRequestTime(),
    routeKey: AccessLogField.contextRouteKey(),
    status: AccessLogField.contextStatus(),
    responseLength: AccessLogField.contextResponseLength(),
    responseLatency: AccessLogField.contextResponseLatency(),
    authorizerError: AccessLogField.contextAuthorizerError(),
    integrationError: AccessLogField.contextIntegrationErrorMessage(),
  }),
);

/**
 * API Gateway with every route of the route table, behind the authorizer wherever a route asks for a scope. Its address
 * is known before `answerBy` says who answers, as those who answer may have to know it.
 */
export class HttpInterface extends Construct {
  readonly baseUrl: string;
  readonly apiId: string;
  readonly #api: HttpApi;
  readonly #stage: HttpStage;
  readonly #throttles: Config['routeThrottles'];

  constructor(scope: Construct, id: string, props: HttpInterfaceProps) {
    super(scope, id);
    const { domain: own } = props;
    const domain = own && interfaceDomain(this, 'Domain', own);
    this.#throttles = props.routeThrottles;
    this.#api = new HttpApi(this, 'Api', {
      apiName: 'janus-outcomes',
      createDefaultStage: false,
      // Whoever must show a certificate at the front door must not come in at the back.
      disableExecuteApiEndpoint: domain !== undefined,
    });
    this.#stage = new HttpStage(this, 'Stage', {
      httpApi: this.#api,
      stageName: '$default',
      autoDeploy: true,
      throttle: props.throttle,
      ...(domain && { domainMapping: { domainName: domain } }),
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new KeptLog(this, 'AccessLog', { of: 'access', retention: props.keepLogs, isDelivered: true }),
        ),
        format: accessLogFormat,
      },
    });
    this.apiId = this.#api.apiId;
    this.baseUrl = own === undefined ? this.#stage.url : `https://${own.name}/`;
    if (domain)
      new CfnOutput(this, 'DomainTarget', {
        value: domain.regionalDomainName,
        description: 'What the DNS names as the place of the domain',
      });
  }

  /** Makes the routes, each answered by its function. */
  answerBy({ authorizer: authorize, functions }: Answering): void {
    const authorizer = new HttpLambdaAuthorizer('Authorizer', authorize, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ['$request.header.Authorization'],
      resultsCacheTtl: Duration.seconds(60),
    });

    for (const [name, fn] of Object.entries(functions)) {
      const integration = new HttpLambdaIntegration(name, fn, { scopePermissionToRoute: false });
      for (const route of routes.filter((each) => each.function === name)) {
        const open = route.scopes.length === 0;
        const added = this.#api.addRoutes({
          path: route.path,
          methods: [HttpMethod[route.method]],
          integration,
          authorizer: open ? new HttpNoneAuthorizer() : authorizer,
        });
        this.#throttle(routeKey(route), added);
        if (open)
          for (const each of added)
            acknowledge(each, {
              'AwsSolutions-APIG4':
                'Says nothing of anybody: whether the service answers, and what anybody may check packs by.',
            });
      }
    }
  }
  /** A limit of one route’s own; the stage can be told of it only once the route is there. */
  #throttle(key: string, made: readonly Construct[]): void {
    const limits = Object.entries(this.#throttles).find(([each]) => each === key)?.[1];
    const stage = this.#stage.node.defaultChild;
    if (limits === undefined || !CfnResource.isCfnResource(stage)) return;
    stage.addPropertyOverride(`RouteSettings.${key.replaceAll('.', String.raw`\.`)}`, {
      ThrottlingRateLimit: limits.rateLimit,
      ThrottlingBurstLimit: limits.burstLimit,
    });
    stage.node.addDependency(...made);
  }
}
