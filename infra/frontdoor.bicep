metadata description = 'Front Door, which keeps the public register near the people who read it.'

@description('Tags of every resource.')
param tags { *: string }

@description('Its name.')
param name string

@description('What the name of its address ends in.')
param suffix string

@description('The host name of the app.')
param hostName string

@description('What is kept. Front Door keeps for days what doesn\'t say how long it lasts, and heeds no Vary header, so these are the routes that say it and give everyone the same; a rule takes out who asks for linked data.')
var cachedPaths = ['/register/*', '/api/register', '/api/register.csv', '/assets/*']

resource profile 'Microsoft.Cdn/profiles@2026-10-01' = {
  name: name
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

@description('Whoever asks for an entry as linked data gets it from the app, not the page that is kept under the same address.')
resource byForm 'Microsoft.Cdn/profiles/ruleSets@2026-10-01' = {
  parent: profile
  name: 'ByForm'

  resource linkedData 'rules' = {
    name: 'LinkedData'
    properties: {
      order: 1
      conditions: [
        {
          name: 'RequestHeader'
          parameters: {
            typeName: 'DeliveryRuleRequestHeaderConditionParameters'
            selector: 'Accept'
            operator: 'Contains'
            matchValues: ['application/ld+json']
            transforms: ['Lowercase']
          }
        }
      ]
      actions: [
        {
          name: 'RouteConfigurationOverride'
          parameters: {
            typeName: 'DeliveryRuleRouteConfigurationOverrideActionParameters'
            cacheConfiguration: null
          }
        }
      ]
      matchProcessingBehavior: 'Stop'
    }
  }
}

resource cached 'Microsoft.Cdn/profiles/afdEndpoints/routes@2026-10-01' = {
  parent: endpoint
  name: 'register'
  properties: {
    originGroup: { id: origins.id }
    patternsToMatch: cachedPaths
    ruleSets: [{ id: byForm.id }]
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
  dependsOn: [origins::app, byForm::linkedData]
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
