namespace MicroCred.Approval;

/// <summary>Slips of the keyboard.</summary>
internal static class Slips
{
    /// <summary>
    /// Whether two different words differ by one letter that is wrong, missing or too many, or by two neighbours that are swapped.
    /// </summary>
    public static bool IsOne(string one, string other)
    {
        var longer = (one.Length >= other.Length ? one : other).AsSpan();
        var shorter = (one.Length >= other.Length ? other : one).AsSpan();
        if (longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var same = longer.CommonPrefixLength(shorter);
        if (longer.Length > shorter.Length)
        {
            return longer[(same + 1)..].SequenceEqual(shorter[same..]);
        }

        return same < longer.Length
            && (
                longer[(same + 1)..].SequenceEqual(shorter[(same + 1)..])
                || (
                    same + 1 < longer.Length
                    && longer[same] == shorter[same + 1]
                    && longer[same + 1] == shorter[same]
                    && longer[(same + 2)..].SequenceEqual(shorter[(same + 2)..])
                )
            );
    }
}
