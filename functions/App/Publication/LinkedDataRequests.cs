using MicroCred.App.Register;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Publication;

/// <summary>Which requests ask for linked data.</summary>
internal static class LinkedDataRequests
{
    /// <summary>Whether a request names linked data, and not at a lower quality than the other form. [RFC 9110, section 12.5.1]</summary>
    public static bool PrefersLinkedData(this HttpRequest request, string over)
    {
        double Quality(string mediaType) =>
            request
                .GetTypedHeaders()
                .Accept.Where(range => range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
                .Select(range => range.Quality ?? 1)
                .DefaultIfEmpty(0)
                .Max();
        var linked = Quality(LinkedData.MediaType);
        return linked > 0 && linked >= Quality(over);
    }
}
