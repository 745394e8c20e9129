metadata description = 'What the platform itself logs of who did what, past the app: in the storage account, with the key and the secrets, at the sign-in, at Front Door, and by the scanner. All of it goes to the workspace, which keeps it for its 90 days.'

@description('The workspace.')
param workspaceId string

@description('The storage account.')
param accountName string

@description('The vault.')
param vaultName string

@description('The function app.')
param appName string

@description('Front Door; empty where there is none.')
param frontDoorName string

@description('Who read, wrote and deleted. At rest the engine, the host and the app make some fifty such requests a minute.')
var everyAccess = [
  { category: 'StorageRead', enabled: true }
  { category: 'StorageWrite', enabled: true }
  { category: 'StorageDelete', enabled: true }
]

@description('Who sent and removed messages. Not who read: the engine asks its queues every second, which would be four fifths of all that is logged and tell nothing.')
var everyChange = [
  { category: 'StorageWrite', enabled: true }
  { category: 'StorageDelete', enabled: true }
]

resource account 'Microsoft.Storage/storageAccounts@2026-09-01' existing = {
  name: accountName

  resource blobService 'blobServices' existing = {
    name: 'default'
  }

  resource tableService 'tableServices' existing = {
    name: 'default'
  }

  resource queueService 'queueServices' existing = {
    name: 'default'
  }
}

resource scanner 'Microsoft.Security/defenderForStorageSettings@2025-06-01' existing = {
  scope: account
  name: 'current'
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource front 'Microsoft.Cdn/profiles@2026-10-01' existing = if (!empty(frontDoorName)) {
  name: frontDoorName
}

// The version that the platform's documents name for every one of these. The only one that isn't a preview is from 2016 and knows one setting for each resource.
#disable-diagnostics use-recent-api-versions

resource ofBlobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::blobService
  name: 'to-workspace'
  properties: { workspaceId: workspaceId, logs: everyAccess }
}

resource ofTables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::tableService
  name: 'to-workspace'
  properties: { workspaceId: workspaceId, logs: everyAccess }
}

resource ofQueues 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::queueService
  name: 'to-workspace'
  properties: { workspaceId: workspaceId, logs: everyChange }
}

@description('The name is the one that Defender looks for.')
resource ofScans 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: scanner
  name: 'service'
  properties: { workspaceId: workspaceId, logs: [{ category: 'ScanResults', enabled: true }] }
}

resource ofVault 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

@description('What App Service authentication let in and refused. Who signed in is in the tenant\'s own log, which only the tenant\'s administrators can send here.')
resource ofSignIn 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-workspace'
  properties: { workspaceId: workspaceId, logs: [{ category: 'AppServiceAuthenticationLogs', enabled: true }] }
}

resource ofFrontDoor 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(frontDoorName)) {
  scope: front
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'FrontDoorAccessLog', enabled: true }
      { category: 'FrontDoorHealthProbeLog', enabled: true }
    ]
  }
}

#restore-diagnostics use-recent-api-versions
