metadata description = 'The Durable Task Scheduler, which keeps the orchestrations where the storage account does not.'

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('The scheduler\'s name.')
param name string

@description('The task hub\'s name, as in host.json.')
param taskHub string

@description('The identity of the app.')
param principalId string

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: ['0.0.0.0/0']
    sku: { name: 'Consumption' }
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2026-02-01' = {
  parent: scheduler
  name: taskHub
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hub
  name: guid(hub.id, 'Durable Task Data Contributor')
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '0ad04412-c4d5-4796-b79c-f76d14c8d402'
    )
  }
}

@description('Where the engine reaches it.')
output endpoint string = scheduler.properties.endpoint
