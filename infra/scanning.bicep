metadata description = 'Every checked document is scanned for malware; the verdict reaches the app through a queue.'

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('The topic\'s name.')
param name string

@description('The storage account that documents are in.')
param accountName string

@description('The task hub, whose containers hold no document.')
param taskHub string

@description('The most that is scanned in a month, in GB.')
param monthlyCap int

@description('The queue that the app takes results from.')
var queueName = 'scan-results'

resource account 'Microsoft.Storage/storageAccounts@2026-09-01' existing = {
  name: accountName

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource queue 'queues' existing = {
      name: queueName
    }
  }

  resource blobService 'blobServices' existing = {
    name: 'default'
  }
}

resource undelivered 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-09-01' = {
  parent: account::blobService
  name: '${queueName}-undelivered'
  properties: { publicAccess: 'None' }
}

resource topic 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    disableLocalAuth: true
    inputSchema: 'EventGridSchema'
    minimumTlsVersionAllowed: '1.2'
  }
}

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::queueService::queue
  name: guid(account::queueService::queue.id, 'Storage Queue Data Message Sender')
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
    )
  }
}

resource keeps 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: undelivered
  name: guid(undelivered.id, 'Storage Blob Data Contributor')
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
    )
  }
}

resource delivery 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: queueName
  properties: {
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { blobContainerName: undelivered.name, resourceId: account.id }
      }
    }
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: {
        endpointType: 'StorageQueue'
        properties: { queueMessageTimeToLiveInSeconds: -1, queueName: queueName, resourceId: account.id }
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: { includedEventTypes: ['Microsoft.Security.MalwareScanningResult'] }
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
  }
  dependsOn: [sends, keeps]
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = {
  scope: account
  name: 'current'
  properties: {
    isEnabled: true
    malwareScanning: {
      blobScanResultsOptions: 'None'
      onUpload: {
        capGBPerMonth: monthlyCap
        filters: {
          excludeBlobsWithPrefix: [
            'app-package/'
            'audit/'
            'azure-webjobs-'
            'form-keys/'
            'incoming/'
            'register/'
            'register-log/'
            '${queueName}-'
            '${toLower(taskHub)}-'
          ]
        }
        isEnabled: true
      }
      scanResultsEventGridTopicResourceId: topic.id
    }
    overrideSubscriptionLevelSettings: true
    sensitiveDataDiscovery: { isEnabled: false }
  }
  dependsOn: [delivery]
}
