using System.ComponentModel.DataAnnotations;
using MicroCred.App.Settings;

namespace MicroCred.App.Register;

/// <summary>The register's settings.</summary>
[Section("Register")]
internal sealed class RegisterOptions
{
    /// <summary>The reporting code of number 1. No source was found for how NZQA allocates codes.</summary>
    [Range(1, 9999, ErrorMessage = "Give a number from 1 to 9999.")]
    public int FirstReportingCode { get; init; } = 1000;
}
