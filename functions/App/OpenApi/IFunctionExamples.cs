namespace MicroCred.App.OpenApi;

/// <summary>
/// The examples of one feature's functions, in the feature's folder. Implementations are discovered by reflection and need a parameterless
/// constructor.
/// </summary>
internal interface IFunctionExamples
{
    /// <summary>An example for each function, all of the same application.</summary>
    IEnumerable<FunctionExample> Of(ExampleCase example);
}
