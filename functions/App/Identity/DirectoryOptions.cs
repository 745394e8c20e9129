using System.ComponentModel.DataAnnotations;
using MicroCred.App.Settings;

namespace MicroCred.App.Identity;

/// <summary>The location of the directory of organisations and people.</summary>
[Section("Directory")]
internal sealed class DirectoryOptions : IValidatableObject
{
    /// <summary>The file's path, relative to the app.</summary>
    public string Path { get; init; } = System.IO.Path.Combine("Identity", "directory.json");

    /// <summary>The file's full path.</summary>
    public string File => System.IO.Path.Combine(AppContext.BaseDirectory, Path);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!System.IO.File.Exists(File))
        {
            yield return new ValidationResult($"Directory__Path is {Path}. There is no file {File}.");
        }
    }
}
