namespace MicroCred.App.Submission.Documents;

/// <summary>What may be unpacked, in bytes, shared by a zip and the zips inside it.</summary>
internal sealed class UnpackBudget(long most)
{
    private long _taken;

    /// <exception cref="ZipRefusedException">It is used up.</exception>
    public void Take(int count)
    {
        _taken += count;
        if (_taken > most)
            throw new ZipRefusedException(ZipFault.Bomb, $"unpacks to more than {most >> 20} MiB");
    }
}
