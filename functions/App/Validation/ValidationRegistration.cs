using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Validation;

internal static class ValidationRegistration
{
    public static IServiceCollection AddValidation(this IServiceCollection services) =>
        services.AddSingleton<SubmissionReader>().AddSingleton<ApplicationChecker>();
}
