using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>The register's numbers as the pipeline needs them. <see cref="RegisterStore"/> keeps them in a table.</summary>
internal interface IRegister
{
    /// <summary>
    /// Reserves a number and a reporting code for an approved application: the ones it has, or the next; for a change or an accreditation
    /// those of the entry that it concerns.
    /// </summary>
    Task<Registration> ReserveAsync(Application application, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>
    /// How much of all reporting codes is used, in percent, where a registration is the first to reach that percentage, from 90 on; null for
    /// any other.
    /// </summary>
    int? CodesUsed(Registration registration);
}
