namespace MicroCred.Inspection;

/// <summary>A file for one upload, in the temporary folder, readable by this process's user alone and gone when it is closed.</summary>
public static class TempFile
{
    /// <summary>An empty file, open for reading and writing, that is deleted when it is closed.</summary>
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
