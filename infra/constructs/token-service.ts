import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRecovery, Mfa, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { resourceServers } from '../../shared/platform/routes.ts';
import { acknowledge } from './acknowledge.ts';
import type { Binding } from './binding.ts';

/** Cognito as the issuer of tokens. Its clients are made at run time, by the operator, so none is declared here. */
export class TokenService extends Construct {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly tokenUrl: string;
  readonly #pool: UserPool;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: string }) {
    super(scope, id);
    this.#pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.#pool, {
      'AwsSolutions-COG8': 'The plus tier watches people sign in; this pool issues tokens to machines.',
    });
    for (const [identifier, scopes] of Object.entries(resourceServers))
      this.#pool.addResourceServer(identifier, {
        identifier,
        scopes: scopes.map(
          (scopeName) =>
            new ResourceServerScope({ scopeName, scopeDescription: `May ${scopeName} ${identifier}` }),
        ),
      });
    // Prefixes are shared by everyone in a region; the account makes ours our own.
    const domain = this.#pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `janus-outcomes-${stage}-${Aws.ACCOUNT_ID}` },
    });
    this.tokenUrl = `${domain.baseUrl()}/oauth2/token`;
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.#pool.userPoolId}`;
    this.jwksUri = `${this.issuer}/.well-known/jwks.json`;
  }

  /** The pool's id, with leave to make, change and remove its clients and their secrets. */
  administeringClients(): Binding {
    const { userPoolArn, userPoolId } = this.#pool;
    return {
      value: userPoolId,
      allow: (role) =>
        role.addToPolicy(
          new PolicyStatement({
            actions: [
              'cognito-idp:CreateUserPoolClient',
              'cognito-idp:UpdateUserPoolClient',
              'cognito-idp:DeleteUserPoolClient',
              'cognito-idp:AddUserPoolClientSecret',
              'cognito-idp:DeleteUserPoolClientSecret',
              'cognito-idp:ListUserPoolClientSecrets',
            ],
            resources: [userPoolArn],
          }),
        ),
    };
  }
}
