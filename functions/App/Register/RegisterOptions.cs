using System.ComponentModel.DataAnnotations;
using MicroCred.App.Settings;

namespace MicroCred.App.Register;

/// <summary>What the register allocates.</summary>
[Section("Register")]
internal sealed class RegisterOptions
{
    /// <summary>The reporting code of number 1. How NZQA allocates codes was not found.</summary>
    [Range(1, 9999, ErrorMessage = "Give a number from 1 to 9999.")]
    public int FirstReportingCode { get; init; } = 1000;
}
