using MicroCred.App.Pages;
using MicroCred.App.Tests.Commands;

namespace MicroCred.App.Tests.Pages;

/// <summary>What forms carry to show whose they are.</summary>
public sealed class FormTokensTests
{
    [Fact]
    public async Task Of_instances_that_start_at_once_without_keys_each_accepts_the_others_forms()
    {
        for (var round = 0; round < 3; round++)
        {
            using var one = await AppInProcess.StartAsync();
            using var another = one.Another();
            using var third = one.Another();
            AppInProcess[] instances = [one, another, third];
            using Barrier start = new(instances.Length);

            var tokens = await Task.WhenAll(
                instances.Select(instance =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            start.SignalAndWait();
                            return instance.Get<FormTokens>().For("mito");
                        },
                        TaskCreationOptions.LongRunning
                    )
                )
            );

            Assert.All(instances, instance => Assert.All(tokens, token => Assert.True(instance.Get<FormTokens>().Holds(token, "mito"))));
            Assert.All(instances, instance => Assert.False(instance.Get<FormTokens>().Holds(tokens[0], "mind-lab")));
        }
    }
}
