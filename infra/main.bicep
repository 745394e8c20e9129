targetScope = 'subscription'

metadata description = 'Everything that MicroCredApproval runs on, in a resource group of its own.'

@description('The name of the azd environment. Names of resources come from it.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('The region. It has to offer Flex Consumption and zone-redundant storage.')
@metadata({ azd: { type: 'location' } })
param location string

@description('The client id of the Entra ID app registration that people sign in to. README.md says what it needs.')
@minLength(36)
@maxLength(36)
param signInClientId string

@description('The SMTP server that letters go to. Without one the app would write them to a folder, so there is no default.')
@minLength(1)
param smtpHost string

@description('The port of the SMTP server.')
param smtpPort int = 587

@description('The user to sign in to the SMTP server as; empty where it asks for none. The password is the secret "smtp", which an operator puts in the vault.')
param smtpUser string = ''

@description('The address that letters are from.')
@minLength(3)
param notificationsFrom string

@description('Who is told, by e-mail, of alerts and of the budget.')
@minLength(3)
param alertEmail string

@description('The e-mail address that the page about the service gives to the public. The agency\'s own, so there is no default.')
@minLength(3)
param siteContact string

@description('Memory of an instance, in MB. See httpConcurrency.')
@allowed([2048, 4096])
param instanceMemoryMB int = 4096

@description('Requests that an instance answers at a time. The host holds a body of known length in about five times its size, before the app sees it. The largest that it takes is 150 MiB (FUNCTIONS_REQUEST_BODY_SIZE_LIMIT, above the largest package, 100 MiB, and its envelope): 750 MiB each. At rest host and app need about 350 MB. 350 + 4 x 750 = 3,350 of 4,096 MB; a fifth would leave nothing to spare.')
@minValue(1)
@maxValue(4)
param httpConcurrency int = 4

@description('Instances that wait for requests. None by default: they cost by the hour, and what they save is a few seconds for the first visitor after a quiet time.')
@minValue(0)
param alwaysReadyInstances int = 0

@description('The most instances there ever are, which bounds both the load that is served and what it costs.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('How many days nobody can change or delete a file of the audit or of the register\'s log. Seven years by default.')
@minValue(1)
@maxValue(146000)
param retentionDays int = 2557

@description('The most that Defender scans in a month, in GB. Documents beyond it stay withheld.')
@minValue(10)
param scanCapGB int = 100

@description('What a month may cost, in the currency of the subscription, before the budget tells of it.')
@minValue(1)
param monthlyBudget int = 500

@description('The first day of the month that the budget starts with. Left alone it is this month.')
param budgetStart string = utcNow('yyyy-MM-01')

@description('The reporting code of the first entry of the register.')
@minValue(1)
@maxValue(9999)
param firstReportingCode int = 1000

@description('Whether Front Door serves the site and keeps copies of the public register. Costs by the month, so not by default.')
param frontDoor bool = false

@description('The address that letters and pages name, such as https://register.example. Empty for the app\'s own, which is wrong behind Front Door.')
param siteUrl string = ''

@description('Tags of every resource.')
var tags = { 'azd-env-name': environmentName, product: 'MicroCredApproval' }

@description('What tells this environment\'s resources from others\'.')
var token = toLower(uniqueString(subscription().id, environmentName, location))

@description('What most names end in.')
var suffix = 'microcred-${token}'

@description('The storage account.')
var accountName = 'st${token}'

@description('Application Insights.')
var insightsName = 'appi-${suffix}'

@description('The vault.')
var vaultName = 'kv-${token}'

@description('The function app.')
var appName = 'func-${suffix}'

@description('Front Door, where it is asked for.')
var frontDoorName = 'afd-${suffix}'

@description('What host.json tells the Durable Functions engine: the name of its task hub, and into how many control queues it divides orchestrations.')
var engine = loadJsonContent('../functions/App/host.json').extensions.durableTask

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  scope: group
  params: { location: location, tags: tags, name: 'id-${suffix}' }
}

module storage 'storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: accountName
    principalId: identity.outputs.principalId
    taskHub: engine.hubName
    partitionCount: engine.storageProvider.partitionCount
    retentionDays: retentionDays
  }
}

module monitoring 'monitoring.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceName: 'log-${suffix}'
    insightsName: insightsName
    principalId: identity.outputs.principalId
  }
}

module vault 'vault.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: vaultName
    principalId: identity.outputs.principalId
    insightsName: insightsName
    hasSmtpUser: !empty(smtpUser)
  }
  dependsOn: [monitoring]
}

module app 'app.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: appName
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    accountName: storage.outputs.name
    deploymentUrl: storage.outputs.deploymentUrl
    insightsAddressUri: vault.outputs.insightsAddressUri
    vaultUri: vault.outputs.uri
    signingKeyUri: vault.outputs.signingKeyUri
    registerKeyUri: vault.outputs.registerKeyUri
    signInClientId: signInClientId
    siteUrl: siteUrl
    behindFrontDoor: frontDoor
    instanceMemoryMB: instanceMemoryMB
    httpConcurrency: httpConcurrency
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstanceCount: maximumInstanceCount
    notificationsFrom: notificationsFrom
    siteContact: siteContact
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpUser: smtpUser
    firstReportingCode: firstReportingCode
  }
}

module scanning 'scanning.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'evgt-${suffix}'
    accountName: accountName
    taskHub: engine.hubName
    monthlyCap: scanCapGB
  }
  dependsOn: [storage]
}

module alerts 'alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    suffix: suffix
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.outputs.principalId
    scanCapGB: scanCapGB
    alertEmail: alertEmail
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

module front 'frontdoor.bicep' = if (frontDoor) {
  scope: group
  params: { tags: tags, name: frontDoorName, suffix: suffix, hostName: app.outputs.hostName }
}

module diagnostics 'diagnostics.bicep' = {
  scope: group
  params: {
    workspaceId: monitoring.outputs.workspaceId
    accountName: accountName
    vaultName: vaultName
    appName: appName
    frontDoorName: frontDoor ? frontDoorName : ''
  }
  dependsOn: [storage, scanning, vault, app, front]
}

@description('Where everything is.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The function app\'s name.')
output AZURE_FUNCTION_NAME string = app.outputs.name

@description('The site\'s address.')
output SITE_URL string = frontDoor ? front!.outputs.url : 'https://${app.outputs.hostName}'

@description('The subject of the app registration\'s federated credential.')
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('The storage account.')
output STORAGE_ACCOUNT string = storage.outputs.name

@description('The container that whoever deploys puts the package in.')
output PACKAGE_CONTAINER_ID string = storage.outputs.deploymentContainerId

@description('Where telemetry and the platform\'s logs are.')
output WORKSPACE_ID string = monitoring.outputs.workspaceId

@description('The vault that an operator puts the SMTP password in.')
output VAULT_NAME string = vault.outputs.name

@description('The key that the archive is signed with.')
output SIGNING_KEY_URI string = vault.outputs.signingKeyUri
