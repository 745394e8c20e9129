namespace MicroCred.Infra.Tests;

/// <summary>The rights of the app's identity, and their scopes.</summary>
public sealed class TheIdentity
{
    private const string BlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string BlobDataReader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
    private const string SecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string QueueMessageSender = "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a";
    private const string Assignments = "Microsoft.Authorization/roleAssignments";
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string Messages = "Microsoft.Storage/storageAccounts/queueServices/queues";
    private const string Entities = "Microsoft.Storage/storageAccounts/tableServices/tables";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Is_given_nothing_on_the_account_the_group_or_the_subscription(bool everything)
    {
        string[] narrow =
        [
            "/blobServices/default/containers/",
            "/queueServices/default/queues/",
            "/tableServices/default/tables/",
            "/tableServices/default/providers/",
            "/keys/",
            "/secrets/",
            "/providers/Microsoft.Insights/components/",
        ];
        Assert.All((everything ? Deployment.Everything : Deployment.Default).All(Assignments), assignment =>
            Assert.Contains(narrow, scope => assignment.Id.Contains(scope, StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("incoming", "read", "add/action", "write", "delete")]
    [InlineData("documents", "read", "add/action", "write", "delete")]
    [InlineData("register", "read", "add/action", "write")]
    [InlineData("audit", "read", "add/action")]
    [InlineData("register-log", "read", "add/action")]
    public void Does_in_a_container_of_the_app_what_the_app_does_there_and_no_more(string container, params string[] acts)
    {
        var role = CustomRoleOn($"/containers/{container}");
        Assert.Equal([$"{Blobs}/read"], Permissions(role, "actions"));
        Assert.Equal(acts.Select(act => $"{Blobs}/blobs/{act}"), Permissions(role, "dataActions"));
    }

    [Theory]
    [InlineData("notifications")]
    [InlineData("notifications-poison")]
    [InlineData("scan-results")]
    [InlineData("scan-results-poison")]
    public void Passes_messages_through_a_queue_of_the_app_but_neither_creates_nor_deletes_it(string queue)
    {
        var role = CustomRoleOn($"/queues/{queue}");
        Assert.Equal([$"{Messages}/read"], Permissions(role, "actions"));
        Assert.All(Permissions(role, "dataActions"), action => Assert.StartsWith($"{Messages}/messages/", action));
    }

    [Fact]
    public void Edits_the_rows_of_every_table_but_deletes_no_table() => Assert.All(Deployment.Default.Names(Entities), table =>
        {
            var role = CustomRoleOn($"/tables/{table}");
            Assert.Empty(Permissions(role, "actions"));
            Assert.All(Permissions(role, "dataActions"), action => Assert.StartsWith($"{Entities}/entities/", action));
        });

    [Fact]
    public void Asks_for_tables_only_as_the_engine_does_and_sees_no_row_by_that()
    {
        var role = CustomRoleOn("/tableServices/default");
        Assert.Equal([$"{Entities}/read", $"{Entities}/write"], Permissions(role, "actions"));
        Assert.Empty(Permissions(role, "dataActions"));
    }

    [Fact]
    public void Reads_the_package_that_the_app_runs_from_and_can_t_put_another_there() =>
        Assert.Equal(BlobDataReader, RoleOn("/containers/app-package"));

    [Fact]
    public void Adds_to_the_register_and_changes_it_but_deletes_nothing_from_it_as_the_source_doesn_t_either()
    {
        Assert.Equal(
            ["read", "write", "add/action", "update/action"],
            Permissions(CustomRoleOn("/tables/Register"), "dataActions").Select(action => action[$"{Entities}/entities/".Length..])
        );
        string[] ofTheRegister =
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("functions/App"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
                .Where(source => source.Contains("Names.RegisterTable)", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(ofTheRegister);
        Assert.All(ofTheRegister, source => Assert.DoesNotMatch(@"TransactionActionType\.Delete|DeleteEntity", source));
    }

    [Theory]
    [InlineData("azure-webjobs-hosts", BlobDataContributor)]
    [InlineData("azure-webjobs-secrets", BlobDataContributor)]
    [InlineData("microcred-leases", BlobDataContributor)]
    [InlineData("microcred-applease", BlobDataContributor)]
    [InlineData("microcred-largemessages", BlobDataContributor)]
    [InlineData("microcred-workitems", QueueDataContributor)]
    [InlineData("microcred-control-00", QueueDataContributor)]
    public void Has_the_built_in_role_where_the_host_or_the_engine_works(string where, string role) =>
        Assert.Equal(role, RoleOn($"/{where}"));

    [Fact]
    public void Signs_with_each_key_and_does_nothing_else_with_it() =>
        Assert.All(Deployment.Default.All("Microsoft.KeyVault/vaults/keys"), key =>
            Assert.Equal(
                ["read", "sign/action", "verify/action"],
                Permissions(CustomRoleOn($"/keys/{key.LastName}"), "dataActions")
                    .Select(action => action["Microsoft.KeyVault/vaults/keys/".Length..])
            )
        );

    /// <summary>A secret that an operator stores for another purpose mustn't be readable by the app.</summary>
    [Fact]
    public void Reads_of_the_vault_s_secrets_those_that_a_setting_names_and_no_other()
    {
        Assert.Equal(SecretsUser, RoleOn("/secrets/application-insights"));
        Assert.Equal(["application-insights"], SecretsOf(Deployment.Default));
        Assert.Equal(["application-insights", "smtp"], SecretsOf(Deployment.Everything));
    }

    /// <summary>Every right must be explained in infra/README.md, in both deployments.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Has_no_right_that_isn_t_explained(bool everything)
    {
        var explained = Repository.Read("infra/README.md");
        var where = (everything ? Deployment.Everything : Deployment.Default)
            .All(Assignments)
            .Where(assignment => assignment.Text("principalId").Contains("'identity'", StringComparison.Ordinal))
            .Select(assignment => Scope(assignment).Split('/')[^1]);
        Assert.All(where, name => Assert.Contains($"`{Explained(name)}`", explained, StringComparison.Ordinal));

        // The hub's names come from host.json, the vault's and Application Insights' from the subscription.
        static string Explained(string name) =>
            name.StartsWith("MicroCred", StringComparison.OrdinalIgnoreCase) ? "MicroCred…"
            : name == "default" ? "tableServices"
            : name.StartsWith("appi-", StringComparison.Ordinal) ? "appi-…"
            : name;
    }

    [Fact]
    public void Has_roles_of_its_own_that_can_be_given_only_inside_the_group() =>
        Assert.All(Deployment.Default.All("Microsoft.Authorization/roleDefinitions"), role =>
            Assert.Equal([Deployment.Default.The("Microsoft.Resources/resourceGroups").Id], role.Texts("assignableScopes"))
        );

    [Fact]
    public void Publishes_telemetry() =>
        Assert.Equal(
            "3913510d-42f4-4e42-8a64-420c390055eb",
            RoleOn($"/components/{Deployment.Default.The("Microsoft.Insights/components").LastName}")
        );

    [Fact]
    public void Of_the_topic_sends_to_the_queue_of_scan_results_and_keeps_what_it_can_t_send()
    {
        var topics = Deployment
            .Default.All(Assignments)
            .Where(assignment => assignment.Text("principalId").Contains("Microsoft.EventGrid/topics", StringComparison.Ordinal));
        Assert.Equal(
            [$"/containers/scan-results-undelivered {BlobDataContributor}", $"/queues/scan-results {QueueMessageSender}"],
            topics
                .Select(assignment => $"/{string.Join('/', Scope(assignment).Split('/')[^2..])} {RoleOf(assignment)}")
                .Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> SecretsOf(Deployment deployment) =>
        deployment
            .All(Assignments)
            .Select(Scope)
            .Where(scope => scope.Contains("/secrets/", StringComparison.Ordinal))
            .Select(scope => scope.Split('/')[^1])
            .Order(StringComparer.Ordinal);

    private static string Scope(Resource assignment) =>
        assignment.Id[..assignment.Id.LastIndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)];

    private static string RoleOf(Resource assignment) => assignment.Text("roleDefinitionId").Split('/')[^1];

    /// <summary>The only role of the app's identity on the scope with this ending.</summary>
    private static string RoleOn(string where) =>
        RoleOf(
            Assert.Single(Deployment.Default.All(Assignments), assignment =>
                Scope(assignment).EndsWith(where, StringComparison.Ordinal)
                && assignment.Text("principalId").Contains("'identity'", StringComparison.Ordinal)
            )
        );

    private static Resource CustomRoleOn(string where) => Deployment.Default.The("Microsoft.Authorization/roleDefinitions", RoleOn(where));

    private static IEnumerable<string> Permissions(Resource role, string of) =>
        role.Get("permissions")
            .EnumerateArray()
            .SelectMany(permission =>
                permission.TryGetProperty(of, out var actions) ? actions.EnumerateArray().Select(action => action.GetString()!) : []
            );
}
