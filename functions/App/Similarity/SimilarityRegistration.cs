using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Similarity;

internal static class SimilarityRegistration
{
    public static IServiceCollection AddSimilarity(this IServiceCollection services) =>
        services.AddSingleton<UnderwayDescriptions>().AddSingleton<SimilarFinder>();
}
