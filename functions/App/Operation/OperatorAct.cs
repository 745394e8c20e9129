namespace MicroCred.App.Operation;

/// <summary>What an operator asked for, as it is kept.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="At">When it was asked, in UTC.</param>
/// <param name="Who">The operator's object id in the directory that people sign in to.</param>
/// <param name="Act">What, in a word or two.</param>
/// <param name="Target">On what: a queue, a message, an application, a letter.</param>
/// <param name="Why">The reason that the operator gave, on one line.</param>
internal sealed record OperatorAct(Guid Id, DateTimeOffset At, string Who, string Act, string Target, string Why);

/// <summary>How what an operator asked for ended.</summary>
/// <param name="Act">What was asked.</param>
/// <param name="At">When it ended, in UTC.</param>
/// <param name="Done">Whether it was done to its end.</param>
/// <param name="Failure"> What it ended by where it wasn't: the type of the problem that was answered, else the exception's. Never its
/// words, which may hold anything.
/// </param>
internal sealed record OperatorActEnd(OperatorAct Act, DateTimeOffset At, bool Done, string? Failure);
