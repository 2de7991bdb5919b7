using System.CommandLine;

namespace SocialContract.Cli.Options;

/// <summary><c>--basic USER:PASSWORD</c>: the caller where the document asks for the HTTP scheme Basic (RFC 7617).</summary>
internal static class BasicOption
{
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--basic")
        {
            Description = "The user and password that requests carry where the document asks for Basic authentication.",
            HelpName = "USER:PASSWORD",
        };
        option.Validators.Add(result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (!text.Contains(':', StringComparison.Ordinal))
            {
                result.AddError("--basic takes USER:PASSWORD; the colon is missing.");
            }
            else if (text.Any(char.IsControl))
            {
                result.AddError("--basic takes USER:PASSWORD without control characters; found one.");
            }
        });
        return option;
    }
}
