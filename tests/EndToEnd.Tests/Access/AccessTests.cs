using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Access;

public sealed class AccessTests(RunningInstance instance, GuardedApplication guarded)
    : EndToEndTest(instance),
        IClassFixture<GuardedApplication>
{
    public static TheoryData<string> Calls => [.. GuardedCall.All.Select(call => call.Name)];

    public static TheoryData<string> CallsForOwners => [.. GuardedCall.All.Where(call => call.IsForOwner).Select(call => call.Name)];

    public static TheoryData<string, string> WrongRoles
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var call in GuardedCall.All)
            {
                foreach (var persona in call.WrongRoles)
                {
                    data.Add(call.Name, persona);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public Task Who_is_not_signed_in_is_unknown(string call) => IsRefusedAsync(call, Anyone, answer => answer.IsUnknownCaller());

    [Theory]
    [MemberData(nameof(WrongRoles))]
    public Task Who_has_another_role_is_told_so(string call, string persona) =>
        IsRefusedAsync(call, As(persona), answer => answer.IsWrongRole());

    [Theory]
    [MemberData(nameof(CallsForOwners))]
    public Task Another_provider_finds_nothing_there(string call) =>
        IsRefusedAsync(call, As("careerforce"), answer => answer.IsNotThereOrNotYours());

    private async Task IsRefusedAsync(string call, Caller caller, Func<Answer, Answer> isRefused)
    {
        var task = await guarded.Application.TaskAsync();
        await guarded.Application.StaysAsItIsAsync(async () =>
            isRefused(await GuardedCall.Find(call).MakeAsync(caller, guarded.Application, task))
        );
    }
}
