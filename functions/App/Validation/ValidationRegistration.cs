using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Validation;

/// <summary>Registers what validation looks at.</summary>
internal static class ValidationRegistration
{
    public static IServiceCollection AddValidation(this IServiceCollection services) => services.AddSingleton<SubmissionReader>();
}
