namespace MicroCred.Inspection.Pdf;

/// <summary>How many more values of one PDF may be kept.</summary>
internal sealed class PdfRoom(int most)
{
    private int _left = most;

    /// <exception cref="InspectionLimitException">There is no room left.</exception>
    public void Take()
    {
        if (--_left < 0)
        {
            throw new InspectionLimitException("It has more in its structure than any honest file of its size.");
        }
    }
}
