using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroCred.Infra.Tests;

public sealed class Monitoring
{
    private static IEnumerable<Resource> Rules => Deployment.Default.All("Microsoft.Insights/scheduledQueryRules");

    private static Resource Operators => Deployment.Default.The("Microsoft.Insights/actionGroups");

    [Fact]
    public void Nobody_sends_telemetry_with_a_key()
    {
        Assert.True(Deployment.Default.The("Microsoft.Insights/components").Is("DisableLocalAuth"));
        Assert.True(Deployment.Default.The("Microsoft.OperationalInsights/workspaces").Is("features", "disableLocalAuth"));
        Assert.StartsWith(
            "[format('ClientId={0};Authorization=AAD'",
            Deployment.Default.Settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]
        );
    }

    [Fact]
    public void Telemetry_is_kept_in_the_workspace() =>
        Assert.Equal(
            Deployment.Default.The("Microsoft.OperationalInsights/workspaces").Id,
            Deployment.Default.The("Microsoft.Insights/components").Text("WorkspaceResourceId")
        );

    [Theory]
    [InlineData("archive-differences", 0, "microcred.archive.differences")]
    [InlineData("foreign-writes", 0, "StorageTableLogs")]
    [InlineData("foreign-use-of-the-vault", 0, "AZKVAuditLogs")]
    [InlineData("app-wrote-its-package", 0, "/app-package/")]
    [InlineData("sign-in-not-believed", 0, "Nobody can sign in")]
    [InlineData("unfounded-entries", 0, "public: True")]
    [InlineData("lasting-failures", 1, "microcred.failures.lasting")]
    [InlineData("withheld-documents", 1, "microcred.documents.withheld")]
    [InlineData("nightly-failed", 1, "microcred.function.duration")]
    [InlineData("nightly-missing", 1, "ago(26h)")]
    [InlineData("failed-scans", 2, "StorageMalwareScanningResults")]
    [InlineData("scan-cap-near", 2, "/incoming/")]
    [InlineData("quota-nearly-used", 2, ">= 0.8")]
    [InlineData("quota-half-used", 3, ">= 0.5")]
    [InlineData("deployed", 3, "/app-package/")]
    [InlineData("poison-messages", 2, "microcred.queue.poison")]
    [InlineData("stuck-instances", 2, "microcred.instances.stuck")]
    [InlineData("late-evaluations", 3, "microcred.evaluations.late")]
    [InlineData("failures", 1, "AppExceptions")]
    [InlineData("silence", 1, "Measured == 0")]
    public void An_alert_tells_the_operators_at_one_of(string what, int severity, string asks)
    {
        var rule = Rule(what);
        Assert.True(rule.Is("enabled"));
        Assert.Equal(severity, rule.Number("severity"));
        var condition = Assert.Single(rule.Get("criteria", "allOf").EnumerateArray());
        Assert.Contains(asks, condition.GetProperty("query").GetString(), StringComparison.Ordinal);
        Assert.Equal("GreaterThan", condition.GetProperty("operator").GetString());
        Assert.Equal(0, condition.GetProperty("threshold").GetInt32());
        Assert.Equal([Operators.Id], rule.Texts("actions", "actionGroups"));
    }

    [Fact]
    public void What_must_never_happen_is_asked_every_five_minutes_said_each_hour_and_never_called_resolved()
    {
        Resource[] never = [.. Rules.Where(rule => rule.Number("severity") == 0)];
        Assert.NotEmpty(never);
        Assert.All(never, rule =>
        {
            Assert.Equal(
                ("PT5M", "PT1H", "PT1H"),
                (rule.Text("evaluationFrequency"), rule.Text("windowSize"), rule.Text("muteActionsDuration"))
            );
            Assert.False(rule.Is("autoMitigate"));
        });

        // The platform doesn't allow muting a rule that resolves by itself.
        Assert.All(Rules.Except(never), rule =>
        {
            Assert.True(rule.Is("autoMitigate"));
            Assert.True(!rule.Properties.TryGetProperty("muteActionsDuration", out var muted) || muted.ValueKind == JsonValueKind.Null);
        });
    }

    [Theory]
    [InlineData("quota-half-used", "Provider", "Quota")]
    [InlineData("quota-nearly-used", "Provider", "Quota")]
    [InlineData("nightly-failed", "Function")]
    [InlineData("nightly-missing", "Function")]
    public void One_doesn_t_hide_another(string what, params string[] toldApart) =>
        Assert.Equal(
            toldApart,
            Assert
                .Single(Rule(what).Get("criteria", "allOf").EnumerateArray())
                .GetProperty("dimensions")
                .EnumerateArray()
                .Select(column => column.GetProperty("name").GetString())
        );

    /// <summary>New nightly functions are covered automatically.</summary>
    [Fact]
    public void Every_function_that_runs_each_night_is_missed_where_it_doesn_t()
    {
        var nightly = Directory
            .EnumerateFiles(Repository.PathOf("functions/App"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"TimerTrigger\(""%(?!SWEEP_)\w+%"""))
            .Select(file => $"'{Path.GetFileNameWithoutExtension(file)}'");
        var named = Regex.Match(Repository.Read("infra/alerts.bicep"), @"var nightly = \[([^]]+)\]");
        Assert.Equal(nightly.Order(StringComparer.Ordinal), named.Groups[1].Value.Split(", ").Order(StringComparer.Ordinal));
    }

    /// <summary>An alert that queries a name that doesn't exist never fires.</summary>
    [Fact]
    public void What_the_alerts_ask_the_app_for_is_what_the_app_says()
    {
        var source = string.Concat(
            Directory.EnumerateFiles(Repository.PathOf("functions/App"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
        );
        string[] asked =
        [
            .. Rules
                .Select(rule => Query(rule.Text("displayName")))
                .SelectMany(query =>
                    Regex.Matches(query, @"""(microcred\.[a-z_.]*[a-z]|Nobody can sign in|Number |which isn\\'t published under it)""")
                )
                .Select(match => match.Groups[1].Value.Replace("\\'", "'", StringComparison.Ordinal))
                .Distinct(),
        ];
        Assert.InRange(asked.Length, 8, int.MaxValue);
        Assert.All(asked, name => Assert.Contains(name, source, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("foreign-writes")]
    [InlineData("foreign-use-of-the-vault")]
    [InlineData("app-wrote-its-package")]
    [InlineData("deployed")]
    public void Who_the_app_is_comes_from_its_identity(string what) =>
        Assert.Contains("outputs.principalId", Query(what), StringComparison.Ordinal);

    [Fact]
    public void Whoever_takes_away_what_keeps_the_audit_the_logs_or_the_alerts_is_noticed()
    {
        var guards = Deployment.Default.The("Microsoft.Insights/activityLogAlerts");
        var conditions = guards.Get("condition").GetRawText();
        Assert.All(
            [
                "immutabilityPolicies/delete",
                "Microsoft.Insights/diagnosticSettings/delete",
                "Microsoft.Insights/scheduledQueryRules/delete",
                "Microsoft.OperationalInsights/workspaces/delete",
                "Microsoft.KeyVault/vaults/delete",
                "Microsoft.Authorization/locks/delete",
            ],
            operation => Assert.Contains(operation, conditions, StringComparison.Ordinal)
        );
        Assert.Equal([Deployment.Default.The("Microsoft.Resources/resourceGroups").Id], guards.Texts("scopes"));
        Assert.Equal(
            Operators.Id,
            Assert.Single(guards.Get("actions", "actionGroups").EnumerateArray()).GetProperty("actionGroupId").GetString()
        );
    }

    [Fact]
    public void The_operators_are_told_by_e_mail()
    {
        var receiver = Assert.Single(Operators.Get("emailReceivers").EnumerateArray());
        Assert.Equal("operators@example.org", receiver.GetProperty("emailAddress").GetString());
    }

    [Fact]
    public void A_month_has_a_budget_and_the_operators_hear_before_it_is_spent()
    {
        var budget = Deployment.Default.The("Microsoft.Consumption/budgets");
        Assert.Equal(500, budget.Number("amount"));
        Assert.Equal("Monthly", budget.Text("timeGrain"));
        Assert.All(["mostOfItSpent", "moreThanItForecast"], notification =>
            Assert.Equal(["operators@example.org"], budget.Texts("notifications", notification, "contactEmails"))
        );
        Assert.Equal(80, budget.Number("notifications", "mostOfItSpent", "threshold"));
    }

    private static Resource Rule(string name) => Rules.Single(rule => rule.Text("displayName") == name);

    private static string Query(string rule) =>
        Assert.Single(Rule(rule).Get("criteria", "allOf").EnumerateArray()).GetProperty("query").GetString()!;
}
