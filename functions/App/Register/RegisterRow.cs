using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>A number of the register: reserved for an application, and then with its entry.</summary>
/// <param name="Number">The number.</param>
/// <param name="Application">Whose it is.</param>
/// <param name="Entry">The entry; null until the application is published.</param>
internal sealed record RegisterRow(int Number, ApplicationId Application, RegisterEntry? Entry);
