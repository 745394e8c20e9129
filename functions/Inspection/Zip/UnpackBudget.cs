namespace MicroCred.Inspection.Zip;

/// <summary>The remaining unpacked bytes and nested files, shared by a zip and the zips inside it.</summary>
/// <param name="most">The most bytes.</param>
/// <param name="mostFiles">The most files in the nested zips.</param>
internal sealed class UnpackBudget(long most, int mostFiles = int.MaxValue)
{
    private long _taken;
    private int _files;

    /// <exception cref="ZipRefusedException">The budget is used up.</exception>
    public void Take(int count)
    {
        _taken += count;
        if (_taken > most)
        {
            throw new ZipRefusedException(ZipFault.Bomb, $"unpacks to more than {most >> 20} MiB, the most for a file of its size");
        }
    }

    /// <exception cref="ZipRefusedException">There are more files than allowed.</exception>
    public void TakeFiles(int count)
    {
        _files += count;
        if (_files > mostFiles)
        {
            throw new ZipRefusedException(ZipFault.Bomb, $"holds more than {mostFiles} files in files");
        }
    }
}
