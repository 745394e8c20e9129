metadata description = 'Who is told when something goes wrong, or costs too much.'

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('What the names end in.')
param suffix string

@description('The workspace that is asked.')
param workspaceId string

@description('The app\'s identity, which alone writes what the app keeps, and alone signs.')
param principalId string

@description('The most that Defender scans in a month, in GB.')
param scanCapGB int

@description('Who is told, by e-mail.')
param alertEmail string

@description('What a month may cost, in the currency of the subscription.')
param monthlyBudget int

@description('The first day of the month that the budget starts with.')
param budgetStart string

@description('A question, how often it is asked, and what the answer means.')
type question = {
  @description('Its name, which docs/operations.md explains.')
  name: string

  @description('What it means when it fires.')
  description: string

  @description('0: what must never happen, said again each hour that it is seen, and never called resolved. 1: somebody has to see to it at once. 2: today. 3: to be known.')
  severity: 0 | 1 | 2 | 3

  @description('How often it is asked.')
  every: string

  @description('How far back it looks.')
  over: string

  @description('Columns of the answer that are told apart, each with an alert of its own.')
  by: string[]

  @description('A query that answers with a row for each thing that is wrong. {app} stands for the app\'s identity, {nightly} for the functions that run each night, {cap} for what Defender scans in a month.')
  query: string
}

@description('The functions that run each night.')
var nightly = ['ArchiveApplications', 'Reconcile', 'RemoveOutdated', 'WatchEntries']

@description('What is asked.')
var questions question[] = [
  {
    name: 'archive-differences'
    description: 'Something isn\'t as the archive has it: an application, its events, its entry or a document was changed past the app, or a file was planted.'
    severity: 0
    every: 'PT5M'
    over: 'PT1H'
    by: []
    query: '''
AppMetrics
| where Name == "microcred.archive.differences"
| where coalesce(Max, Sum) > 0
'''
  }
  {
    name: 'foreign-writes'
    description: 'Somebody other than the app wrote or removed rows of its tables, or files of its containers, or tried to.'
    severity: 0
    every: 'PT5M'
    over: 'PT1H'
    by: []
    query: '''
union
  (StorageTableLogs | where OperationName != "CreateTable"),
  (StorageBlobLogs | where Uri has_any ("/audit/", "/register-log/", "/register/", "/documents/", "/incoming/", "/form-keys/"))
| where Category in ("StorageWrite", "StorageDelete")
| where RequesterObjectId !~ "{app}" and (isnotempty(RequesterObjectId) or AuthenticationType contains "sas" or AuthenticationType contains "key")
'''
  }
  {
    name: 'foreign-use-of-the-vault'
    description: 'Somebody other than the app signed with its key, took the key or a secret away, or read a secret.'
    severity: 0
    every: 'PT5M'
    over: 'PT1H'
    by: []
    query: '''
AZKVAuditLogs
| where OperationName in ("KeySign", "KeyBackup", "KeyRestore", "KeyDelete", "KeyPurge", "SecretGet", "SecretBackup", "SecretRestore", "SecretDelete", "SecretPurge")
| where tostring(Identity) !has "{app}"
'''
  }
  {
    name: 'app-wrote-its-package'
    description: 'The app\'s identity wrote the package that the app runs from, or tried to. It has no right to, and nothing of the app does.'
    severity: 0
    every: 'PT5M'
    over: 'PT1H'
    by: []
    query: '''
StorageBlobLogs
| where Uri has "/app-package/" and Category in ("StorageWrite", "StorageDelete")
| where RequesterObjectId =~ "{app}"
'''
  }
  {
    name: 'sign-in-not-believed'
    description: 'The platform doesn\'t say that authentication is on, so the app takes nobody for anybody and answers 401.'
    severity: 0
    every: 'PT5M'
    over: 'PT1H'
    by: []
    query: '''
AppTraces
| where Message startswith "Nobody can sign in"
'''
  }
  {
    name: 'unfounded-entries'
    description: 'An entry is public whose application isn\'t published under its number.'
    severity: 0
    every: 'PT5M'
    over: 'PT1H'
    by: []
    query: '''
AppTraces
| where Message startswith "Number " and Message has "which isn\'t published under it" and Message has "public: True"
'''
  }
  {
    name: 'lasting-failures'
    description: 'A step of an application\'s can\'t succeed, and isn\'t tried again.'
    severity: 1
    every: 'PT5M'
    over: 'PT1H'
    by: []
    query: '''
AppMetrics
| where Name == "microcred.failures.lasting"
| where coalesce(Max, Sum) > 0
'''
  }
  {
    name: 'withheld-documents'
    description: 'A document has waited for its scan for over an hour. Past its cap for the month the scanner scans nothing and says nothing, so this is also how the cap shows.'
    severity: 1
    every: 'PT5M'
    over: 'PT15M'
    by: []
    query: '''
AppMetrics
| where Name == "microcred.documents.withheld"
| where coalesce(Max, Sum) > 0
'''
  }
  {
    name: 'nightly-failed'
    description: 'The archive, the repair, or another of the functions that run each night, failed.'
    severity: 1
    every: 'PT5M'
    over: 'PT1H'
    by: ['Function']
    query: '''
AppMetrics
| where Name == "microcred.function.duration" and tostring(Properties["outcome"]) == "failed"
| extend Function = tostring(Properties["function"])
| where Function in ({nightly})
'''
  }
  {
    name: 'nightly-missing'
    description: 'One of the functions that run each night hasn\'t come to its end for over a day, though the app has run for longer.'
    severity: 1
    every: 'PT1H'
    over: 'P2D'
    by: ['Function']
    query: '''
let runs = AppMetrics
  | where Name == "microcred.function.duration"
  | project TimeGenerated, Function = tostring(Properties["function"]), Outcome = tostring(Properties["outcome"]);
let since = toscalar(runs | summarize min(TimeGenerated));
print Function = dynamic([{nightly}])
| mv-expand Function to typeof(string)
| where since < ago(26h)
| join kind=leftanti (runs | where TimeGenerated > ago(26h) and Outcome == "done") on Function
'''
  }
  {
    name: 'failed-scans'
    description: 'The scanner couldn\'t scan a document, which stays withheld.'
    severity: 2
    every: 'PT15M'
    over: 'PT1H'
    by: []
    query: '''
union isfuzzy=true (datatable(ScanResultType: string) []), StorageMalwareScanningResults
| where not(ScanResultType startswith "no threat") and not(ScanResultType startswith "malicious")
'''
  }
  {
    name: 'scan-cap-near'
    description: 'In one day a tenth or more of the month\'s cap for scanning came in. At that pace it is reached within ten days.'
    severity: 2
    every: 'PT1H'
    over: 'P1D'
    by: []
    query: '''
StorageBlobLogs
| where Category == "StorageWrite" and Uri has "/incoming/"
| summarize GB = sum(RequestBodySize) / exp2(30)
| where GB >= {cap} / 10.0
'''
  }
  {
    name: 'quota-nearly-used'
    description: 'A provider has used four fifths of a day\'s quota. At its end the provider is refused until the next day.'
    severity: 2
    every: 'PT15M'
    over: 'PT30M'
    by: ['Provider', 'Quota']
    query: '''
AppMetrics
| where Name == "microcred.quota.used"
| where coalesce(Max, Sum) >= 0.8
| extend Provider = tostring(Properties["provider"]), Quota = tostring(Properties["quota"])
'''
  }
  {
    name: 'quota-half-used'
    description: 'A provider has used half of a day\'s quota.'
    severity: 3
    every: 'PT15M'
    over: 'PT30M'
    by: ['Provider', 'Quota']
    query: '''
AppMetrics
| where Name == "microcred.quota.used"
| where coalesce(Max, Sum) >= 0.5
| extend Provider = tostring(Properties["provider"]), Quota = tostring(Properties["quota"])
'''
  }
  {
    name: 'deployed'
    description: 'Somebody put a package where the app runs from. Where that was no deployment of yours, it is an attack.'
    severity: 3
    every: 'PT15M'
    over: 'PT30M'
    by: []
    query: '''
StorageBlobLogs
| where Uri has "/app-package/" and Category in ("StorageWrite", "StorageDelete")
| where RequesterObjectId !~ "{app}"
'''
  }
  {
    name: 'poison-messages'
    description: 'A message failed five times and was set aside. Somebody has to see why, and send it again.'
    severity: 2
    every: 'PT15M'
    over: 'PT30M'
    by: []
    query: '''
AppMetrics
| where Name == "microcred.queue.poison"
| summarize arg_max(TimeGenerated, Max, Sum) by Queue = tostring(Properties["queue"])
| where coalesce(Max, Sum) > 0
'''
  }
  {
    name: 'stuck-instances'
    description: 'An application\'s orchestration doesn\'t move on and the nightly repair hasn\'t helped.'
    severity: 2
    every: 'PT15M'
    over: 'PT30M'
    by: []
    query: '''
AppMetrics
| where Name == "microcred.instances.stuck"
| summarize arg_max(TimeGenerated, Max, Sum)
| where coalesce(Max, Sum) > 0
'''
  }
  {
    name: 'late-evaluations'
    description: 'An evaluation is past its due date.'
    severity: 3
    every: 'PT15M'
    over: 'PT30M'
    by: []
    query: '''
AppMetrics
| where Name == "microcred.evaluations.late"
| summarize arg_max(TimeGenerated, Max, Sum)
| where coalesce(Max, Sum) > 0
'''
  }
  {
    name: 'failures'
    description: 'Requests or functions fail for a reason of the app\'s own.'
    severity: 1
    every: 'PT15M'
    over: 'PT30M'
    by: []
    query: '''
union
  (AppRequests | where Success == false and (ResultCode startswith "5" or toint(ResultCode) == 0) | project TimeGenerated),
  (AppExceptions | where SeverityLevel >= 3 | project TimeGenerated)
| summarize Failures = count()
| where Failures > 5
'''
  }
  {
    name: 'silence'
    description: 'The app has measured nothing for as long as the alert looks back. It sweeps every minute, so it isn\'t running.'
    severity: 1
    every: 'PT15M'
    over: 'PT30M'
    by: []
    query: '''
AppMetrics
| where Name startswith "microcred."
| summarize Measured = count()
| where Measured == 0
'''
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'microcred'
    emailReceivers: [{ name: 'operators', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for question in questions: {
    name: '${question.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: question.name
      description: question.description
      enabled: true
      severity: question.severity
      scopes: [workspaceId]
      evaluationFrequency: question.every
      windowSize: question.over
      autoMitigate: question.severity > 0
      muteActionsDuration: question.severity > 0 ? null : 'PT1H'
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: replace(
              replace(
                replace(question.query, '{app}', principalId),
                '{nightly}',
                join(map(nightly, function => '"${function}"'), ', ')
              ),
              '{cap}',
              string(scanCapGB)
            )
            dimensions: map(question.by, column => { name: column, operator: 'Include', values: ['*'] })
            operator: 'GreaterThan'
            threshold: 0
            timeAggregation: 'Count'
            failingPeriods: { minFailingPeriodsToAlert: 1, numberOfEvaluationPeriods: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

@description('What would make the rest blind or changeable is told from the activity log, whoever does it.')
resource guards 'Microsoft.Insights/activityLogAlerts@2026-01-01' = {
  name: 'guards-removed-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    description: 'Somebody removed or loosened what keeps the audit, the logs, the alerts or the key.'
    scopes: [resourceGroup().id]
    condition: {
      allOf: [
        { field: 'category', equals: 'Administrative' }
        {
          anyOf: map(
            [
              'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/delete'
              'Microsoft.Storage/storageAccounts/blobServices/containers/delete'
              'Microsoft.Storage/storageAccounts/tableServices/tables/delete'
              'Microsoft.Storage/storageAccounts/delete'
              'Microsoft.Insights/diagnosticSettings/delete'
              'Microsoft.Insights/scheduledQueryRules/delete'
              'Microsoft.Insights/actionGroups/delete'
              'Microsoft.OperationalInsights/workspaces/delete'
              'Microsoft.Authorization/locks/delete'
              'Microsoft.KeyVault/vaults/delete'
              'Microsoft.Security/defenderForStorageSettings/delete'
            ],
            operation => { field: 'operationName', equals: operation }
          )
        }
      ]
    }
    actions: { actionGroups: [{ actionGroupId: people.id }] }
  }
}

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: 'budget-${suffix}'
  properties: {
    amount: monthlyBudget
    category: 'Cost'
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetStart }
    notifications: {
      mostOfItSpent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [alertEmail]
      }
      moreThanItForecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [alertEmail]
      }
    }
  }
}
