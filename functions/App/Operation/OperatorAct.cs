namespace MicroCred.App.Operation;

/// <summary>An operator's request, as stored.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="At">When it was asked, in UTC.</param>
/// <param name="Who">The operator's object id in the Entra ID directory.</param>
/// <param name="Act">The action, in a word or two.</param>
/// <param name="Target">Its target: a queue, a message, an application, a letter.</param>
/// <param name="Why">The reason that the operator gave, on one line.</param>
internal sealed record OperatorAct(Guid Id, DateTimeOffset At, string Who, string Act, string Target, string Why);

/// <summary>The outcome of an operator's request.</summary>
/// <param name="Act">The request.</param>
/// <param name="At">When it ended, in UTC.</param>
/// <param name="Done">Whether it succeeded.</param>
/// <param name="Failure">
/// Why it didn't: the type of the problem that was answered, otherwise the exception's type. Never its message, which may hold anything.
/// </param>
internal sealed record OperatorActEnd(OperatorAct Act, DateTimeOffset At, bool Done, string? Failure);
