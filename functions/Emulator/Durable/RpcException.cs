namespace MicroCred.Emulator.Durable;

/// <summary>A call about an instance was refused: there is no such instance, or it has ended.</summary>
/// <remarks>
/// On Azure the same call throws <c>Grpc.Core.RpcException</c>. One source catches both as
/// <c>catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)</c>, because the Azure build gives those two names, and
/// <c>OrchestrationAlreadyExistsException</c>, their real meaning in the project file; all three types reach the app through
/// Microsoft.Azure.Functions.Worker.Extensions.DurableTask, which needs no further package:
/// <code>
/// &lt;Using Include="Grpc.Core.RpcException" Alias="RpcException" /&gt;
/// &lt;Using Include="Grpc.Core.StatusCode" Alias="StatusCode" /&gt;
/// &lt;Using Include="DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException" Alias="OrchestrationAlreadyExistsException" /&gt;
/// </code>
/// </remarks>
public sealed class RpcException : Exception
{
    internal RpcException(StatusCode statusCode, string detail)
        : base($"Status(StatusCode=\"{statusCode}\", Detail=\"{detail}\")") => StatusCode = statusCode;

    /// <summary>Why the call was refused.</summary>
    public StatusCode StatusCode { get; }
}
