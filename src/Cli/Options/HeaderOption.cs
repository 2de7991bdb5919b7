using System.CommandLine;

namespace SocialContract.Cli.Options;

/// <summary><c>--header 'Name: value'</c>, repeatable: headers that every request has besides its own.</summary>
internal static class HeaderOption
{
    public static Option<KeyValuePair<string, string>[]> Create() => new("--header")
    {
        Description = "A header to add to every request (repeatable).",
        HelpName = "'Name: value'",
        CustomParser = result =>
        {
            var headers = new List<KeyValuePair<string, string>>();
            foreach (var token in result.Tokens)
            {
                if (HeaderText.FaultOf(token.Value) is { } fault)
                {
                    result.AddError($"--header {fault}");
                }
                else
                {
                    headers.Add(HeaderText.Parse(token.Value));
                }
            }

            return [.. headers];
        },
    };
}
