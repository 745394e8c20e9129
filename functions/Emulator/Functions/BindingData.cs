namespace MicroCred.Emulator.Functions;

/// <summary>Names in the data that triggers bring besides their value.</summary>
internal static class BindingData
{
    public const string InstanceId = "instanceId";

    public static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();
}
