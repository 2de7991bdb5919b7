using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SocialContract.Contract;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Cli.Options;

/// <summary><c>--api-key NAME=VALUE</c>, repeatable: the value of an API key that the document names.</summary>
internal static class ApiKeyOption
{
    public static Option<KeyValuePair<string, string>[]> Create() => new("--api-key")
    {
        Description =
            "The value of an API key, by the name of its header, query parameter or cookie, or of its scheme (repeatable); "
            + "other API keys are the token.",
        HelpName = "NAME=VALUE",
        CustomParser = Read,
    };

    /// <summary>What is wrong with the name, as a sentence; null where an API key of the document has it.</summary>
    public static string? FaultOf(string name, ContractDescription api)
    {
        var keys = api.SecuritySchemes.Values.Where(scheme => scheme.Kind == SecuritySchemeKind.ApiKey).ToList();
        if (keys.Exists(key => key.Name == name || key.ParameterName.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        List<string> names = [.. keys.Select(key => key.ParameterName).Distinct()];
        var known = names.Count == 0 ? "it has none"
            : NearestName.Find(name, names) is { } nearest ? $"did you mean {nearest}"
            : $"it has {string.Join(", ", names)}";
        return $"--api-key names '{name}', which is not an API key of the document ({known}).";
    }

    private static KeyValuePair<string, string>[] Read(ArgumentResult result)
    {
        var keys = new List<KeyValuePair<string, string>>();
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } value])
            {
                result.AddError("--api-key takes NAME=VALUE; a name, = or a value is missing.");
            }
            else if (FieldSyntax.IndexOfInvalid(value) is >= 0 and var wrong)
            {
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--api-key takes a value of printable ASCII characters; found U+{(int)value[wrong]:X4} as character {wrong + 1}."));
            }
            else
            {
                keys.Add(new(name, value));
            }
        }

        return [.. keys];
    }
}
