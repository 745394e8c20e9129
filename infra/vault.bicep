metadata description = 'The keys that the app signs with, and the secrets that it reads, each by a right of its own. No key leaves the vault.'

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('The vault\'s name.')
@minLength(3)
@maxLength(24)
param name string

@description('The identity of the app.')
param principalId string

@description('The name of Application Insights, whose address is kept here.')
param insightsName string

@description('Whether letters go to a server that asks for a user, whose password an operator has put here before, as the secret "smtp".')
param hasSmtpUser bool

@description('The built-in role Key Vault Secrets User.')
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  tags: tags
  properties: {
    enablePurgeProtection: true
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    sku: { family: 'A', name: 'standard' }
    tenantId: tenant().tenantId
  }
}

resource signingKey 'Microsoft.KeyVault/vaults/keys@2026-05-15' = {
  parent: vault
  name: 'register-signing'
  tags: tags
  properties: {
    curveName: 'P-256'
    keyOps: ['sign', 'verify']
    kty: 'EC'
  }
}

resource registerKey 'Microsoft.KeyVault/vaults/keys@2026-05-15' = {
  parent: vault
  name: 'register-proof'
  tags: tags
  properties: {
    curveName: 'P-256'
    keyOps: ['sign', 'verify']
    kty: 'EC'
  }
}

resource insightsAddress 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = {
  parent: vault
  name: 'application-insights'
  tags: tags
  properties: {
    contentType: 'Connection string of Application Insights'
    value: insights.properties.ConnectionString
  }
}

resource signs 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(vault.id, 'signs')
  properties: {
    roleName: 'MicroCred ${name}: signs'
    description: 'Signs with a key and checks what it signed. Changes, backs up and rotates none.'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        dataActions: [
          'Microsoft.KeyVault/vaults/keys/read'
          'Microsoft.KeyVault/vaults/keys/sign/action'
          'Microsoft.KeyVault/vaults/keys/verify/action'
        ]
      }
    ]
  }
}

resource signingRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: signingKey
  name: guid(signingKey.id, signs.name)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', signs.name)
  }
}

resource registerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registerKey
  name: guid(registerKey.id, signs.name)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', signs.name)
  }
}

resource readsAddress 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insightsAddress
  name: guid(insightsAddress.id, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource smtpPassword 'Microsoft.KeyVault/vaults/secrets@2026-05-15' existing = if (hasSmtpUser) {
  parent: vault
  name: 'smtp'
}

resource readsPassword 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasSmtpUser) {
  scope: smtpPassword
  name: guid(smtpPassword.id, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

@description('The vault\'s name.')
output name string = vault.name

@description('The vault\'s address.')
output uri string = vault.properties.vaultUri

@description('Where the address of Application Insights is kept.')
output insightsAddressUri string = insightsAddress.properties.secretUri

@description('The key that the archive is signed with.')
output signingKeyUri string = signingKey.properties.keyUri

@description('The key that the register signs with for the public.')
output registerKeyUri string = registerKey.properties.keyUri
