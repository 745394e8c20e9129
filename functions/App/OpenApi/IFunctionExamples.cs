namespace MicroCred.App.OpenApi;

/// <summary>
/// The examples of one feature's functions, beside these. Every implementation is found by itself; it has no constructor of its own.
/// </summary>
internal interface IFunctionExamples
{
    /// <summary>An example for each function, all of the same application.</summary>
    IEnumerable<FunctionExample> Of(ExampleCase example);
}
