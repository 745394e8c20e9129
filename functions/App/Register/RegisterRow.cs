using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>A number of the register: first reserved for an application, later with its entry.</summary>
/// <param name="Number">The number.</param>
/// <param name="Application">The application that it belongs to.</param>
/// <param name="Entry">The entry; null until the application is published.</param>
internal sealed record RegisterRow(int Number, ApplicationId Application, RegisterEntry? Entry);
