namespace MicroCred.EndToEnd.Tests;

/// <summary>Tests that change what others see, such as who the evaluators are: nothing else goes on beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
