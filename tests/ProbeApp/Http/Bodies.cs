using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Http;

/// <summary>Functions that accept bodies of any size. The worker's limit of 30,000,000 bytes applies unless a function lifts it.</summary>
internal static class Bodies
{
    [Function("CountBody")]
    public static async Task<IResult> CountBodyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bodies/counted")] HttpRequest request
    )
    {
        var (size, buffer) = (0L, new byte[81920]);
        while (await request.Body.ReadAsync(buffer) is > 0 and var read)
        {
            size += read;
        }

        return Results.Text($"{size}");
    }

    [Function("CatchBody")]
    public static async Task<IResult> CatchBodyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bodies/caught")] HttpRequest request
    )
    {
        try
        {
            return await CountBodyAsync(request);
        }
        catch (BadHttpRequestException refused)
        {
            return Results.Problem(statusCode: refused.StatusCode);
        }
    }

    [Function("LiftLimit")]
    public static Task<IResult> LiftLimitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bodies/any-size")] HttpRequest request
    ) => WithLimitAsync(request, null);

    [Function("LowerLimit")]
    public static Task<IResult> LowerLimitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bodies/at-most-a-million")] HttpRequest request
    ) => WithLimitAsync(request, 1_000_000);

    [Function("RefuseBody")]
    public static IResult RefuseBody([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bodies/unread")] HttpRequest request)
    {
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>Reads part by part, as a function that keeps no upload in memory would.</summary>
    [Function("ReadParts")]
    public static async Task<IResult> ReadPartsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bodies/parts")] HttpRequest request
    )
    {
        var parts = new List<string>();
        var reader = new MultipartReader("boundary", request.Body);
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var disposition = section.GetContentDispositionHeader()!;
            var (size, buffer) = (0L, new byte[81920]);
            while (await section.Body.ReadAsync(buffer) is > 0 and var read)
            {
                size += read;
            }

            parts.Add($"{(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.Name)}={size}");
        }

        return Results.Text(string.Join(' ', parts));
    }

    [Function("ReadForm")]
    public static async Task<IResult> ReadFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bodies/form")] HttpRequest request
    )
    {
        var form = await request.ReadFormAsync();
        return Results.Text(
            $"{string.Join(' ', form.Select(field => $"{field.Key}={field.Value}"))} "
                + $"{string.Join(' ', form.Files.Select(file => $"{file.FileName}={file.Length}"))}"
        );
    }

    private static Task<IResult> WithLimitAsync(HttpRequest request, long? limit)
    {
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = limit;
        return CatchBodyAsync(request);
    }
}
