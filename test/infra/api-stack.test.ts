import { describe, expect, it } from 'vitest';
import { resourceServers, routeKey, routes } from '../../shared/platform/routes.ts';
import { resources, synthesized, theOnly } from './synthesized.ts';

type Reference = { Ref: string };
type Attribute = { 'Fn::GetAtt': [string, string] };
type Route = {
  RouteKey: string;
  AuthorizationType: string;
  AuthorizerId?: Reference;
  Target: { 'Fn::Join': [string, [string, Reference]] };
};

const { api } = synthesized();
const apiId = theOnly(api, 'AWS::ApiGatewayV2::Api').id;
const authorizer = theOnly<{ AuthorizerUri: unknown }>(api, 'AWS::ApiGatewayV2::Authorizer');
const integrations = new Map(
  resources<{ IntegrationUri: Attribute }>(api, 'AWS::ApiGatewayV2::Integration').map((each) => [
    each.id,
    each.Properties,
  ]),
);
const functions = new Map(
  resources(api, 'AWS::Lambda::Function').map(({ id, Metadata }) => [id, Metadata?.['janus:function']]),
);
const deployed = new Map(
  resources<Route>(api, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => [
    Properties.RouteKey,
    Properties,
  ]),
);

describe('the routes', () => {
  it('are those of the route table', () => {
    expect([...deployed.keys()].sort()).toEqual(routes.map(routeKey).sort());
  });

  it.each(routes.map((route) => ({ key: routeKey(route), ...route })))(
    '$key is answered by $function, behind the authorizer where it asks for a scope',
    (route) => {
      const { Target, AuthorizationType, AuthorizerId } = deployed.get(route.key)!;
      const integration = integrations.get(Target['Fn::Join'][1][1].Ref)!;
      expect(functions.get(integration.IntegrationUri['Fn::GetAtt'][0])).toBe(route.function);
      expect([AuthorizationType, AuthorizerId?.Ref]).toEqual(
        route.scopes.length === 0 ? ['NONE', undefined] : ['CUSTOM', authorizer.id],
      );
    },
  );

  it('leave open the health check, the description, the portal and what packs are checked by, and nothing else', () => {
    const open = [...deployed.values()].filter(({ AuthorizationType }) => AuthorizationType === 'NONE');
    expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual([
      'GET /docs',
      'GET /docs/{file}',
      'GET /health',
      'GET /openapi.json',
      'GET /outcome-document.schema.json',
      'GET /portal',
      'GET /portal/{file}',
      'GET /signing-key.pem',
    ]);
  });
});

describe('the authorizer', () => {
  it('gives simple answers by token, kept for a minute', () => {
    expect(authorizer.Properties).toMatchObject({
      AuthorizerType: 'REQUEST',
      AuthorizerPayloadFormatVersion: '2.0',
      EnableSimpleResponses: true,
      AuthorizerResultTtlInSeconds: 60,
      IdentitySource: ['$request.header.Authorization'],
    });
  });

  it('is the function authorize-request', () => {
    const [id] = [...functions].find(([, folder]) => folder === 'authorize-request')!;
    expect(JSON.stringify(authorizer.Properties.AuthorizerUri)).toContain(JSON.stringify([id, 'Arn']));
  });
});

describe('the stage', () => {
  type Stage = { AccessLogSettings: { Format: string }; DefaultRouteSettings: Record<string, number> };
  const stageOf = (template: typeof api) => theOnly<Stage>(template, 'AWS::ApiGatewayV2::Stage').Properties;

  it('logs the key of the route and nothing that names a person or an address', () => {
    const fields = Object.values(JSON.parse(stageOf(api).AccessLogSettings.Format) as Record<string, string>);
    expect(fields).toContain('$context.routeKey');
    expect(fields.filter((field) => /path|identity|querystring|domain/i.test(field))).toEqual([]);
  });

  it('bounds single routes by themselves, and only ones that are there before it', () => {
    const { RouteSettings } = theOnly<{ RouteSettings: Record<string, unknown> }>(
      api,
      'AWS::ApiGatewayV2::Stage',
    ).Properties;
    expect(RouteSettings).toMatchObject({
      'POST /v1/runs': { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 5 },
      'GET /openapi.json': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 },
    });
    const { DependsOn } = theOnly(api, 'AWS::ApiGatewayV2::Stage') as unknown as { DependsOn: string[] };
    const before = resources<Route>(api, 'AWS::ApiGatewayV2::Route').filter(({ id }) =>
      DependsOn.includes(id),
    );
    const keys = before.map(({ Properties }) => Properties.RouteKey);
    expect(keys).toEqual(expect.arrayContaining(Object.keys(RouteSettings)));
    // What asks for no token is open to everybody’s haste.
    const open = [...deployed.values()].filter(({ AuthorizationType }) => AuthorizationType === 'NONE');
    expect(Object.keys(RouteSettings)).toEqual(expect.arrayContaining(open.map(({ RouteKey }) => RouteKey)));
  });

  it('answers fewer requests a second in dev than in prod', () => {
    expect(stageOf(api).DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
    expect(stageOf(synthesized('prod').api).DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
  });
});

describe('the token service', () => {
  type ResourceServer = { Identifier: string; Scopes: { ScopeName: string }[] };
  const pool = theOnly(api, 'AWS::Cognito::UserPool');

  it('knows the scopes of the route table', () => {
    const known = resources<ResourceServer>(api, 'AWS::Cognito::UserPoolResourceServer').map(
      ({ Properties }) => [Properties.Identifier, Properties.Scopes.map(({ ScopeName }) => ScopeName)],
    );
    expect(Object.fromEntries(known)).toEqual(resourceServers);
  });

  it('knows one address as one person, however it is written', () => {
    expect(pool.Properties).toMatchObject({ UsernameConfiguration: { CaseSensitive: false } });
  });

  it('has one client of its own, for people on the portal: a code, no secret, no password by a call', () => {
    const portal = {
      'Fn::Join': ['', ['https://', { Ref: apiId }, expect.anything(), expect.anything(), '/portal']],
    };
    expect(theOnly(api, 'AWS::Cognito::UserPoolClient').Properties).toEqual({
      UserPoolId: { Ref: pool.id },
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: [portal],
      LogoutURLs: [portal],
      SupportedIdentityProviders: ['COGNITO'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: 60,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
    });
  });

  it('shows its own pages to that client, and the authorizer knows people by it', () => {
    const { id } = theOnly(api, 'AWS::Cognito::UserPoolClient');
    expect(theOnly(api, 'AWS::Cognito::ManagedLoginBranding').Properties).toEqual({
      UserPoolId: { Ref: pool.id },
      ClientId: { Ref: id },
      UseCognitoProvidedValues: true,
    });
    expect(theOnly(api, 'AWS::Cognito::UserPoolDomain').Properties).toMatchObject({ ManagedLoginVersion: 2 });
    const authorize = resources<{ Environment: { Variables: object } }>(api, 'AWS::Lambda::Function').find(
      ({ Metadata }) => Metadata?.['janus:function'] === 'authorize-request',
    );
    expect(authorize?.Properties.Environment.Variables).toMatchObject({ PORTAL_CLIENT_ID: { Ref: id } });
  });

  it('has the groups of the operator; those with a code are made by the operator', () => {
    const groups = resources<{ GroupName: string }>(api, 'AWS::Cognito::UserPoolGroup');
    expect(groups.map(({ Properties }) => Properties.GroupName).sort()).toEqual([
      'operator/administrator',
      'operator/approver',
    ]);
  });

  it('asks everybody for a second factor in prod, and lets people do without in dev', () => {
    const factor = (template: typeof api) =>
      theOnly(template, 'AWS::Cognito::UserPool').Properties['MfaConfiguration'];
    expect([factor(synthesized('prod').api), factor(api)]).toEqual(['ON', 'OPTIONAL']);
  });

  it('is kept whatever happens and under its logical id', () => {
    expect(pool).toMatchObject({
      id: 'TokensPoolF638D1E8',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE', AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
    });
  });

  it('is the issuer that the authorizer trusts', () => {
    const issuer = ['https://cognito-idp.eu-west-2.amazonaws.com/', { Ref: pool.id }];
    api.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          ISSUER: { 'Fn::Join': ['', issuer] },
          JWKS_URI: { 'Fn::Join': ['', [...issuer, '/.well-known/jwks.json']] },
        },
      },
    });
  });
});
