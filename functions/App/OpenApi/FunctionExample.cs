namespace MicroCred.App.OpenApi;

/// <summary>An example of a function's request body and response.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Answer">The response.</param>
/// <param name="Body">The request body; null for none.</param>
/// <param name="MediaType">The response's media type.</param>
internal sealed record FunctionExample(string Function, object? Answer, object? Body = null, string MediaType = "application/json");
