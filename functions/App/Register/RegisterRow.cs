namespace MicroCred.App.Register;

/// <summary>A number of the register, reserved for an application.</summary>
/// <param name="Number">The number.</param>
/// <param name="Application">The application that it belongs to.</param>
internal sealed record RegisterRow(int Number, ApplicationId Application);
