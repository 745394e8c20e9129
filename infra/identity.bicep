metadata description = 'Who the app is to everything else in Azure. It holds no secret: Azure gives it tokens.'

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Its name.')
param name string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Its resource id.')
output id string = identity.id

@description('What roles are given to; also the subject of the app registration\'s federated credential.')
output principalId string = identity.properties.principalId

@description('What it is called when it asks for a token.')
output clientId string = identity.properties.clientId
