metadata description = 'The storage account, everything that the app, the host and the Durable Functions engine keep in it, and what each may do there.'

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('The account\'s name.')
@minLength(3)
@maxLength(24)
param name string

@description('The identity of the app.')
param principalId string

@description('The task hub of the Durable Functions engine, whose queues, tables and containers are made here.')
param taskHub string

@description('Into how many control queues the task hub divides its orchestrations.')
param partitionCount int

@description('How many days nobody can change or delete a file of the audit or of the register\'s log.')
param retentionDays int

@description('The built-in role Storage Blob Data Contributor, which may also create its container if need be.')
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

@description('The built-in role Storage Blob Data Reader.')
var blobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'

@description('The built-in role Storage Queue Data Contributor, which may also create its queue if need be.')
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

@description('The containers of the app, with what it does in each.')
var appContainers = [
  { name: 'incoming', role: editsBlobs.name }
  { name: 'documents', role: editsBlobs.name }
  { name: 'register', role: writesBlobs.name }
  { name: 'audit', role: addsBlobs.name }
  { name: 'register-log', role: addsBlobs.name }
  { name: 'form-keys', role: writesBlobs.name }
]

@description('The containers whose files last.')
var lastingContainers = ['audit', 'register-log']

@description('The container that the deployed package is run from, and those of the Functions host, which expects the built-in role.')
var hostContainers = [
  { name: deploymentContainer, role: blobDataReader }
  { name: 'azure-webjobs-hosts', role: blobDataContributor }
  { name: 'azure-webjobs-secrets', role: blobDataContributor }
]

@description('Where the deployed package is.')
var deploymentContainer = 'app-package'

@description('The queues of the app, with where their messages go after five tries.')
var appQueues = ['notifications', 'notifications-poison', 'scan-results', 'scan-results-poison']

@description('The tables of the app, with what it does in each.')
var appTables = [
  { name: 'Applications', role: editsRows.name }
  { name: 'Underway', role: editsRows.name }
  { name: 'Worklists', role: editsRows.name }
  { name: 'Register', role: writesRows.name }
  { name: 'Evaluators', role: writesRows.name }
  { name: 'Notifications', role: editsRows.name }
]

@description('How the names of the task hub\'s queues and containers start.')
var hub = toLower(taskHub)

@description('The containers of the task hub.')
var hubContainers = [
  { name: '${hub}-leases', role: blobDataContributor }
  { name: '${hub}-applease', role: blobDataContributor }
  { name: '${hub}-largemessages', role: blobDataContributor }
]

@description('The queues of the task hub.')
var hubQueues = concat(
  ['${hub}-workitems'],
  map(range(0, partitionCount), partition => '${hub}-control-${padLeft(partition, 2, '0')}')
)

@description('The tables of the task hub.')
var hubTables = ['${taskHub}Instances', '${taskHub}History', '${taskHub}Partitions']

@description('Every container that the app\'s identity is given something in.')
var containers = concat(appContainers, hostContainers, hubContainers)

@description('Every queue, with what the app\'s identity does in it.')
var queues = concat(
  map(appQueues, queue => { name: queue, role: passesMessages.name }),
  map(hubQueues, queue => { name: queue, role: queueDataContributor })
)

@description('Every table, with what the app\'s identity does in it.')
var tables = concat(appTables, map(hubTables, table => { name: table, role: editsRows.name }))

@description('What the custom roles are about.')
var blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers'

resource account 'Microsoft.Storage/storageAccounts@2026-09-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2026-09-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
    deleteRetentionPolicy: { enabled: true, days: 30 }
    isVersioningEnabled: true
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2026-09-01' = {
  parent: account
  name: 'default'
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2026-09-01' = {
  parent: account
  name: 'default'
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-09-01' = [
  for container in containers: {
    parent: blobService
    name: container.name
    properties: { publicAccess: 'None' }
  }
]

resource lasting 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2026-09-01' = [
  for (container, index) in containers: if (contains(lastingContainers, container.name)) {
    parent: blobContainers[index]
    name: 'default'
    properties: {
      allowProtectedAppendWrites: false
      immutabilityPeriodSinceCreationInDays: retentionDays
    }
  }
]

resource storageQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2026-09-01' = [
  for queue in queues: {
    parent: queueService
    name: queue.name
  }
]

resource storageTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2026-09-01' = [
  for table in tables: {
    parent: tableService
    name: table.name
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-09-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'what-a-stopped-upload-left'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['incoming/'] }
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: 1 } }
              version: { delete: { daysAfterCreationGreaterThan: 1 } }
            }
          }
        }
        {
          // Documents of the whole register are written each day under their hashes' names; what is older has been replaced.
          name: 'replaced-documents'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['register/documents/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 7 } } }
          }
        }
        {
          name: 'old-versions'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: 30 } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobService]
}

resource addsBlobs 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(account.id, 'adds blobs')
  properties: {
    roleName: 'MicroCred ${name}: adds blobs'
    description: 'Creates and reads blobs. Overwrites and deletes none.'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['${blobs}/read']
        dataActions: ['${blobs}/blobs/read', '${blobs}/blobs/add/action']
      }
    ]
  }
}

resource writesBlobs 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(account.id, 'writes blobs')
  properties: {
    roleName: 'MicroCred ${name}: writes blobs'
    description: 'Creates, overwrites and reads blobs. Deletes none.'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['${blobs}/read']
        dataActions: ['${blobs}/blobs/read', '${blobs}/blobs/add/action', '${blobs}/blobs/write']
      }
    ]
  }
}

resource editsBlobs 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(account.id, 'edits blobs')
  properties: {
    roleName: 'MicroCred ${name}: edits blobs'
    description: 'Creates, overwrites, reads and deletes blobs. Creates and deletes no container.'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['${blobs}/read']
        dataActions: [
          '${blobs}/blobs/read'
          '${blobs}/blobs/add/action'
          '${blobs}/blobs/write'
          '${blobs}/blobs/delete'
        ]
      }
    ]
  }
}

resource passesMessages 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(account.id, 'passes messages')
  properties: {
    roleName: 'MicroCred ${name}: passes messages'
    description: 'Sends, takes and counts messages. Creates and deletes no queue.'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['Microsoft.Storage/storageAccounts/queueServices/queues/read']
        dataActions: [
          'Microsoft.Storage/storageAccounts/queueServices/queues/messages/read'
          'Microsoft.Storage/storageAccounts/queueServices/queues/messages/write'
          'Microsoft.Storage/storageAccounts/queueServices/queues/messages/delete'
          'Microsoft.Storage/storageAccounts/queueServices/queues/messages/add/action'
          'Microsoft.Storage/storageAccounts/queueServices/queues/messages/process/action'
        ]
      }
    ]
  }
}

resource editsRows 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(account.id, 'edits rows')
  properties: {
    roleName: 'MicroCred ${name}: edits rows'
    description: 'Reads, writes and deletes rows. Creates and deletes no table.'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        dataActions: [
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/read'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/write'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/delete'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/add/action'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/update/action'
        ]
      }
    ]
  }
}

resource writesRows 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(account.id, 'writes rows')
  properties: {
    roleName: 'MicroCred ${name}: writes rows'
    description: 'Reads and writes rows. Deletes none, and creates and deletes no table.'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        dataActions: [
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/read'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/write'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/add/action'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/update/action'
        ]
      }
    ]
  }
}

resource asksForTables 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(account.id, 'asks for tables')
  properties: {
    roleName: 'MicroCred ${name}: asks for tables'
    description: 'Creates tables and sees which there are, as the Durable Functions engine does at each start. Sees no row of any.'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          'Microsoft.Storage/storageAccounts/tableServices/tables/read'
          'Microsoft.Storage/storageAccounts/tableServices/tables/write'
        ]
      }
    ]
  }
}

resource containerRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, index) in containers: {
    scope: blobContainers[index]
    name: guid(blobContainers[index].id, container.role)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', container.role)
    }
  }
]

resource queueRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, index) in queues: {
    scope: storageQueues[index]
    name: guid(storageQueues[index].id, queue.role)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queue.role)
    }
  }
]

resource tableRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (table, index) in tables: {
    scope: storageTables[index]
    name: guid(storageTables[index].id, table.role)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', table.role)
    }
  }
]

resource tableServiceRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: tableService
  name: guid(tableService.id, asksForTables.name)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', asksForTables.name)
  }
}

@description('The account\'s name.')
output name string = account.name

@description('The address of the container for the deployed package.')
output deploymentUrl string = '${account.properties.primaryEndpoints.blob}${deploymentContainer}'

@description('The container for the deployed package, for giving whoever deploys the right to write there.')
output deploymentContainerId string = resourceId(
  'Microsoft.Storage/storageAccounts/blobServices/containers',
  account.name,
  'default',
  deploymentContainer
)
