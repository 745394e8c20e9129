using MicroCred.App.Register;

namespace MicroCred.App.Importing;

/// <summary>Every entry as CSV.</summary>
internal sealed class CsvDocument : IRegisterDocumentSource
{
    public IEnumerable<RegisterDocument> Of(RegisterAsOf register, DateOnly today) => [Of(register)];

    public static RegisterDocument Of(RegisterAsOf register) =>
        new("register.csv", "text/csv; charset=utf-8", (target, cancellationToken) =>
            RegisterCsv.WriteAsync(target, register.Entries, cancellationToken)
        )
        {
            IsLarge = true,
        };
}
