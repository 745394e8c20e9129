namespace MicroCred.Infra.Tests;

public sealed class TheVault
{
    private static Resource Vault => Deployment.Default.The("Microsoft.KeyVault/vaults");

    [Fact]
    public void Is_opened_by_roles_and_can_t_be_emptied_for_good()
    {
        Assert.True(Vault.Is("enableRbacAuthorization"));
        Assert.True(Vault.Is("enablePurgeProtection"));
        Assert.True(Vault.Is("enableSoftDelete"));
        Assert.Equal(90, Vault.Number("softDeleteRetentionInDays"));
    }

    [Fact]
    public void Has_two_P_256_keys_that_sign_and_verify_and_do_nothing_else()
    {
        var keys = Deployment.Default.All("Microsoft.KeyVault/vaults/keys").ToList();
        Assert.Equal(["register-proof", "register-signing"], keys.Select(key => key.LastName).Order());
        Assert.All(keys, key =>
        {
            Assert.Equal("EC", key.Text("kty"));
            Assert.Equal("P-256", key.Text("curveName"));
            Assert.Equal(["sign", "verify"], key.Get("keyOps").EnumerateArray().Select(operation => operation.GetString()));
        });
    }

    [Fact]
    public void Keeps_the_address_of_Application_Insights_and_the_app_reads_it_by_its_identity()
    {
        Assert.Equal("application-insights", Deployment.Default.The("Microsoft.KeyVault/vaults/secrets").LastName);
        Assert.StartsWith(
            "[format('@Microsoft.KeyVault(SecretUri={0})'",
            Deployment.Default.Settings["APPLICATIONINSIGHTS_CONNECTION_STRING"]
        );
        Assert.Contains(
            ".outputs.id.value",
            Deployment.Default.The("Microsoft.Web/sites").Text("keyVaultReferenceIdentity"),
            StringComparison.Ordinal
        );
    }
}
