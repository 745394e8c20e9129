metadata description = 'Who is told when something goes wrong, or costs too much.'

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('What the names end in.')
param suffix string

@description('The workspace that is asked.')
param workspaceId string

@description('Who is told, by e-mail.')
param alertEmail string

@description('What a month may cost, in the currency of the subscription.')
param monthlyBudget int

@description('The first day of the month that the budget starts with.')
param budgetStart string

@description('What is asked, how often, and what the answer means. A query answers with a row for each thing that is wrong.')
var questions = [
  {
    name: 'poison-messages'
    description: 'A message failed five times and was set aside. Somebody has to see why, and send it again.'
    severity: 2
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
      evaluationFrequency: 'PT15M'
      windowSize: 'PT30M'
      autoMitigate: true
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: question.query
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
