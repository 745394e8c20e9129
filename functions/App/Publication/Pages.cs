namespace MicroCred.Portal
{
    internal sealed class Pages { private readonly string _a = "<h1>"; public Task<string> RegisterEntry(MicroCred.Approval.RegisterEntry e) => Task.FromResult($"{_a}{e.Title}</h1>"); }
}
namespace MicroCred.App.Submission
{
}
