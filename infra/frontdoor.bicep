metadata description = 'Front Door, which keeps the public register near the people who read it.'

@description('Tags of every resource.')
param tags { *: string }

@description('What the names end in.')
param suffix string

@description('The host name of the app.')
param hostName string

@description('What is kept. Front Door keeps for days what doesn\'t say how long it lasts, and heeds no Vary header, so these are the routes that say it and give everyone the same.')
var cachedPaths = ['/register/*', '/api/register', '/api/register.csv', '/assets/*']

resource profile 'Microsoft.Cdn/profiles@2026-10-01' = {
  name: 'afd-${suffix}'
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2026-10-01' = {
  parent: profile
  name: 'register-${suffix}'
  location: 'global'
  tags: tags
  properties: { enabledState: 'Enabled' }
}

resource origins 'Microsoft.Cdn/profiles/originGroups@2026-10-01' = {
  parent: profile
  name: 'app'
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 2 }
  }

  resource app 'origins' = {
    name: 'app'
    properties: {
      hostName: hostName
      originHostHeader: hostName
      httpsPort: 443
      enforceCertificateNameCheck: true
    }
  }
}

resource cached 'Microsoft.Cdn/profiles/afdEndpoints/routes@2026-10-01' = {
  parent: endpoint
  name: 'register'
  properties: {
    originGroup: { id: origins.id }
    patternsToMatch: cachedPaths
    cacheConfiguration: {
      queryStringCachingBehavior: 'UseQueryString'
      compressionSettings: {
        isCompressionEnabled: true
        contentTypesToCompress: [
          'application/json'
          'text/css'
          'text/csv'
          'text/html'
          'image/svg+xml'
        ]
      }
    }
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Enabled'
    linkToDefaultDomain: 'Enabled'
    supportedProtocols: ['Http', 'Https']
  }
  dependsOn: [origins::app]
}

resource passed 'Microsoft.Cdn/profiles/afdEndpoints/routes@2026-10-01' = {
  parent: endpoint
  name: 'everything-else'
  properties: {
    originGroup: { id: origins.id }
    patternsToMatch: ['/*']
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Enabled'
    linkToDefaultDomain: 'Enabled'
    supportedProtocols: ['Http', 'Https']
  }
  dependsOn: [origins::app]
}

@description('The address of the site through Front Door.')
output url string = 'https://${endpoint.properties.hostName}'
