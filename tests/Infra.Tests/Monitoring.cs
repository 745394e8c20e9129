using System.Text.Json;

namespace MicroCred.Infra.Tests;

public sealed class Monitoring
{
    private static Resource Operators => Deployment.Default.The("Microsoft.Insights/actionGroups");

    [Fact]
    public void Nobody_sends_telemetry_with_a_key()
    {
        Assert.True(Deployment.Default.The("Microsoft.Insights/components").Is("DisableLocalAuth"));
        Assert.True(Deployment.Default.The("Microsoft.OperationalInsights/workspaces").Is("features", "disableLocalAuth"));
        Assert.StartsWith("[format('ClientId={0};Authorization=AAD'", Deployment.Default.Settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]);
    }

    [Fact]
    public void Telemetry_is_kept_in_the_workspace() =>
        Assert.Equal(
            Deployment.Default.The("Microsoft.OperationalInsights/workspaces").Id,
            Deployment.Default.The("Microsoft.Insights/components").Text("WorkspaceResourceId"));

    [Theory]
    [InlineData("poison-messages", "microcred.queue.poison")]
    [InlineData("stuck-instances", "microcred.instances.stuck")]
    [InlineData("late-evaluations", "microcred.evaluations.late")]
    [InlineData("failures", "AppExceptions")]
    [InlineData("silence", "Measured == 0")]
    public void An_alert_tells_the_operators_of(string what, string asks)
    {
        Resource rule = Deployment.Default.All("Microsoft.Insights/scheduledQueryRules").Single(rule => rule.Text("displayName") == what);
        Assert.True(rule.Is("enabled"));
        JsonElement condition = Assert.Single(rule.Get("criteria", "allOf").EnumerateArray());
        Assert.Contains(asks, condition.GetProperty("query").GetString(), StringComparison.Ordinal);
        Assert.Equal("GreaterThan", condition.GetProperty("operator").GetString());
        Assert.Equal(0, condition.GetProperty("threshold").GetInt32());
        Assert.Equal([Operators.Id], rule.Texts("actions", "actionGroups"));
    }

    [Fact]
    public void The_operators_are_told_by_e_mail()
    {
        JsonElement receiver = Assert.Single(Operators.Get("emailReceivers").EnumerateArray());
        Assert.Equal("operators@example.org", receiver.GetProperty("emailAddress").GetString());
    }

    [Fact]
    public void A_month_has_a_budget_and_the_operators_hear_before_it_is_spent()
    {
        Resource budget = Deployment.Default.The("Microsoft.Consumption/budgets");
        Assert.Equal(500, budget.Number("amount"));
        Assert.Equal("Monthly", budget.Text("timeGrain"));
        Assert.All(["mostOfItSpent", "moreThanItForecast"], notification =>
            Assert.Equal(["operators@example.org"], budget.Texts("notifications", notification, "contactEmails")));
        Assert.Equal(80, budget.Number("notifications", "mostOfItSpent", "threshold"));
    }
}
