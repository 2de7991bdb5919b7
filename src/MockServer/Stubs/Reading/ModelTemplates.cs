using System.Text.Json;
using System.Text.RegularExpressions;
using WireMock.Admin.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>
/// Adds a fault for each template of WireMock.Net that calls what could read files or variables of the environment, run code, or take
/// unbounded time.
/// </summary>
internal static partial class ModelTemplates
{
    private const string Handlebars = "Handlebars";

    /// <summary>Helpers, or their names up to the first dot.</summary>
    private static readonly string[] Allowed =
    [
        "if", "unless", "each", "with", "lookup", "else", "String", "Math", "DateTime", "Url", "Json", "JsonPath", "JsonPath.SelectToken",
        "XPath", "Random", "Boolean", "Constants", "Enumerable", "Object", "Humanizer", "Dictionary",
    ];

    /// <summary>Refused also where nothing shows that they are helpers.</summary>
    private static readonly string[] Refused = ["File", "Environment", "Linq", "DynamicLinq", "Regex", "Xslt", "Xeger"];

    public static void AddFaults(StubNode response)
    {
        if (response.Member(nameof(ResponseModel.TransformerType)) is { } type && type.Text() is not (Handlebars or null))
        {
            type.Fault($"'{type.Value.GetString()}' is not supported; the mock fills in templates of {Handlebars}");
        }

        if (response.Member(nameof(ResponseModel.UseTransformer)) is not { Kind: JsonValueKind.True })
        {
            return;
        }

        if (response.Member(nameof(ResponseModel.UseTransformerForBodyAsFile)) is { Kind: JsonValueKind.True } file)
        {
            file.Fault("a file is not filled in, since it may change after the stub was checked; put the template into `Body`");
        }

        Add(response);
    }

    private static void Add(StubNode node)
    {
        switch (node.Kind)
        {
            case JsonValueKind.Object:
                foreach (var name in node.Names.Distinct().ToList())
                {
                    if (HelperIn(name) is { } helper)
                    {
                        node.Fault(Reason(helper));
                    }

                    if (node.Member(name) is { } member)
                    {
                        Add(member);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var element in node.Elements())
                {
                    Add(element);
                }

                break;
            case JsonValueKind.String when HelperIn(node.Value.GetString()!) is { } helper:
                node.Fault(Reason(helper));
                break;
        }
    }

    /// <summary>The first helper that is called and not allowed; null if there is none.</summary>
    private static string? HelperIn(string template)
    {
        foreach (Match expression in Expression().Matches(template))
        {
            foreach (Match call in Call().Matches(expression.Value))
            {
                var name = call.Groups["name"].Value;
                var category = name.Split('.')[0];
                var isCall = call.Groups["call"].Success || call.Value.StartsWith('(') || call.Value.Contains('#');
                if (Refused.Contains(category, StringComparer.OrdinalIgnoreCase)
                    || (isCall && !Allowed.Contains(name) && !Allowed.Contains(category)))
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static string Reason(string helper) =>
        $"the helper `{helper}` is not allowed in templates; allowed are {string.Join(", ", Allowed)} and what begins with them and a dot";

    /// <summary>An expression may have line breaks; what is not closed is not one.</summary>
    [GeneratedRegex(@"\{\{\{?[^{}]*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();

    /// <summary>The name at the beginning of an expression or after a bracket, and whether an argument follows.</summary>
    [GeneratedRegex(
        @"(\{\{\{?~?\s*[#^&]?\s*|\(\s*)\[?(?<name>[A-Za-z_][\w.\-]*)\]?(?<call>\s+[^\s}~])?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();
}
