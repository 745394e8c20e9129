namespace MicroCred.Inspection;

/// <summary>A temporary file for an upload: only this process's user can read it, and it is deleted on close.</summary>
public static class TempFile
{
    /// <summary>Creates an empty file, open for reading and writing, that is deleted on close.</summary>
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 64 * 1024,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"microcred-{Guid.NewGuid():N}"), options);
    }
}
