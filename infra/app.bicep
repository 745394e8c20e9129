metadata description = 'The function app with its settings and the sign-in that stands in front of it.'

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('The app\'s name.')
param name string

@description('The resource id of the app\'s identity.')
param identityId string

@description('The client id of the app\'s identity.')
param identityClientId string

@description('The storage account.')
param accountName string

@description('The address of the container for the deployed package.')
param deploymentUrl string

@description('Where the address of Application Insights is kept.')
param insightsAddressUri string

@description('The vault\'s address.')
param vaultUri string

@description('The key in the vault that the archive is signed with.')
param signingKeyUri string

@description('The key in the vault that the register signs with for the public.')
param registerKeyUri string

@description('The client id of the app registration that people sign in to.')
param signInClientId string

@description('Where people and letters find the site; empty for the app\'s own address.')
param siteUrl string

@description('Whether Front Door stands between people and the app.')
param behindFrontDoor bool

@description('Memory of an instance, in MB.')
param instanceMemoryMB int

@description('Requests that an instance answers at a time.')
param httpConcurrency int

@description('Instances that wait for requests.')
param alwaysReadyInstances int

@description('The most instances there ever are.')
param maximumInstanceCount int

@description('The e-mail address on the page about the service.')
param siteContact string

@description('Who letters are from.')
param notificationsFrom string

@description('The SMTP server that letters go to.')
param smtpHost string

@description('Its port.')
param smtpPort int

@description('The user to sign in to the SMTP server as; empty where it asks for none.')
param smtpUser string

@description('The reporting code of the first entry of the register.')
param firstReportingCode int

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        alwaysReady: alwaysReadyInstances > 0 ? [{ name: 'http', instanceCount: alwaysReadyInstances }] : []
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        triggers: { http: { perInstanceConcurrency: httpConcurrency } }
      }
    }
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    serverFarmId: plan.id
    siteConfig: { minTlsVersion: '1.2' }
  }
}

resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: site
  name: 'ftp'
  properties: { allow: false }
}

resource noDeploymentPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: site
  name: 'scm'
  properties: { allow: false }
}

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'appsettings'
  properties: union(
    empty(smtpUser)
      ? {}
      : {
          Notifications__Smtp__User: smtpUser
          Notifications__Smtp__Password: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/smtp)'
        },
    {
      AzureWebJobsStorage__accountName: accountName
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__credential: 'managedidentity'
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      APPLICATIONINSIGHTS_CONNECTION_STRING: '@Microsoft.KeyVault(SecretUri=${insightsAddressUri})'
      FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '157286400'
      OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
      WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
      Identity__TrustPlatformPrincipal: 'true'
      Platform__InAzure: 'true'
      SWEEP_SCHEDULE: '0 * * * * *'
      RECONCILE_SCHEDULE: '0 30 14 * * *'
      ARCHIVE_SCHEDULE: '0 30 15 * * *'
      Signing__KeyUri: signingKeyUri
      Signing__RegisterKeyUri: registerKeyUri
      Rules__Edition: '2018'
      Register__FirstReportingCode: string(firstReportingCode)
      Documents__AwaitScan: 'true'
      Site__Url: empty(siteUrl) ? 'https://${site.properties.defaultHostName}' : siteUrl
      Site__SignInPath: '/.auth/login/aad'
      Site__Contact: siteContact
      Notifications__From: notificationsFrom
      Notifications__Smtp__Host: smtpHost
      Notifications__Smtp__Port: string(smtpPort)
    }
  )
  // So that the app never trusts a principal before the authentication that writes it is there.
  dependsOn: [signIn]
}

resource signIn 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
    httpSettings: {
      forwardProxy: { convention: behindFrontDoor ? 'Standard' : 'NoProxy' }
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: signInClientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: { allowedAudiences: [signInClientId, 'api://${signInClientId}'] }
      }
    }
    login: { tokenStore: { enabled: false } }
  }
}

@description('The app\'s name.')
output name string = site.name

@description('The app\'s own host name.')
output hostName string = site.properties.defaultHostName
