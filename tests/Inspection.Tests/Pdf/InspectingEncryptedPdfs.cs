using MicroCred.Tests.Support;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Pdf;

/// <summary>PDFs encrypted by other programs, and the findings on each. See tests/Cases.</summary>
public sealed class InspectingEncryptedPdfs
{
    [Theory]
    [InlineData("pdf-owner-password-rc4-40.pdf")]
    [InlineData("pdf-owner-password-rc4-128.pdf")]
    [InlineData("pdf-owner-password-aes-128.pdf")]
    [InlineData("pdf-owner-password-aes-128-cleartext.pdf")]
    [InlineData("pdf-owner-password-aes-256.pdf")]
    [InlineData("pdf-owner-password-aes-256-r5.pdf")]
    [InlineData("pdf-owner-password-packed.pdf")]
    public async Task One_that_opens_without_a_password_is_told_so_and_how_to_save_it(string file)
    {
        var finding = await FindingOfAsync(file);
        Assert.Contains("opens without a password", finding.Message, StringComparison.Ordinal);
        Assert.Contains("print it to a new PDF", finding.Action, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pdf-user-password-rc4-40.pdf")]
    [InlineData("pdf-user-password-rc4-128.pdf")]
    [InlineData("pdf-user-password-aes-128.pdf")]
    [InlineData("pdf-user-password-aes-256.pdf")]
    public async Task One_that_needs_its_password_is_not(string file) =>
        Assert.Equal("The PDF is encrypted.", (await FindingOfAsync(file)).Message);

    private static async Task<Finding> FindingOfAsync(string file)
    {
        var verdict = await InspectAsync(await DocumentCases.ReadAsync(file), file);
        var finding = Assert.Single(Assert.IsType<Verdict.Inspected>(verdict).Findings);
        Assert.Equal("DOC03", finding.Rule);
        return finding;
    }
}
