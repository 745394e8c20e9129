using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>An entry taken from an earlier register, with the hash of its JSON as its leaf has it.</summary>
internal sealed record ImportedEntry(string Hash, RegisterEntry Entry)
{
    public static ImportedEntry Of(RegisterEntry entry) => new(RegisterCaching.HashOf(entry), entry);
}
