using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Funding;

internal static class FundingRegistration
{
    public static IServiceCollection AddFunding(this IServiceCollection services) => services.AddSingleton<FundingCases>();
}
