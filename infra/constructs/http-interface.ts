import { Duration } from 'aws-cdk-lib';
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
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { routes, type HttpFunctionName } from '../../shared/platform/routes.ts';
import { acknowledge } from './acknowledge.ts';

type HttpInterfaceProps = {
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
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
  readonly #api: HttpApi;

  constructor(scope: Construct, id: string, props: HttpInterfaceProps) {
    super(scope, id);
    this.#api = new HttpApi(this, 'Api', { apiName: 'janus-outcomes', createDefaultStage: false });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.#api,
      stageName: '$default',
      autoDeploy: true,
      throttle: props.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: props.keepLogs }),
        ),
        format: accessLogFormat,
      },
    });
    this.baseUrl = stage.url;
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
        if (open)
          for (const each of added)
            acknowledge(each, {
              'AwsSolutions-APIG4':
                'Says nothing of anybody: whether the service answers, and what anybody may check packs by.',
            });
      }
    }
  }
}
