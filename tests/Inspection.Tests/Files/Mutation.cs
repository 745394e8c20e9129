namespace MicroCred.Inspection.Tests.Files;

/// <summary>Makes a few random changes of any kind to a file.</summary>
internal sealed class Mutation(Random random)
{
    private const int MostChanges = 4;

    /// <summary>The changed file. Inserted bytes come from the file itself or from the others.</summary>
    public byte[] Of(byte[] file, byte[][] others)
    {
        for (var change = random.Next(MostChanges); change >= 0; change--)
        {
            file = Changed(file, others[random.Next(others.Length)]);
        }

        return file;
    }

    private byte[] Changed(byte[] file, byte[] other)
    {
        var (from, to) = Part(file);
        return random.Next(6) switch
        {
            0 => file[..from],
            1 => [.. file[..from], .. file[to..]],
            2 => [.. file[..to], .. Slice(other), .. file[to..]],
            3 =>
            [
                .. file[..from],
                .. Enumerable.Repeat(file[from..Math.Min(to, from + 50)], random.Next(1, 200)).SelectMany(part => part),
                .. file[to..],
            ],
            4 => Flipped(file, random.Next(1, 20)),
            _ => Flipped(file, 1),
        };
    }

    private byte[] Flipped(byte[] file, int bytes)
    {
        byte[] flipped = [.. file];
        for (; bytes > 0 && flipped.Length > 0; bytes--)
        {
            flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        }

        return flipped;
    }

    private byte[] Slice(byte[] file)
    {
        var (from, to) = Part(file);
        return file[from..to];
    }

    private (int From, int To) Part(byte[] file)
    {
        var (one, other) = (random.Next(file.Length + 1), random.Next(file.Length + 1));
        return (Math.Min(one, other), Math.Max(one, other));
    }
}
