using System.CommandLine;
using System.Diagnostics.CodeAnalysis;

namespace SocialApi.Cli.Commands;

/// <summary>Options whose value is an absolute http or https URL.</summary>
internal static class HttpUrl
{
    public static void Check(Option<string?> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } text && !TryParse(text, out _))
        {
            result.AddError($"{option.Name} takes a URL such as http://127.0.0.1:3000; found '{text}'.");
        }
    });

    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "http" or "https" && url!.Host.Length > 0;
}
