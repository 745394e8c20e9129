namespace MicroCred.App.OpenApi;

/// <summary>An example of what a function takes and answers.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Answer">What it answers.</param>
/// <param name="Body">What it takes; null for nothing.</param>
/// <param name="MediaType">The answer's media type.</param>
internal sealed record FunctionExample(string Function, object? Answer, object? Body = null, string MediaType = "application/json");
