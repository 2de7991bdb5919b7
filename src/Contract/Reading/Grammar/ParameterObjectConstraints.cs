using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Checks parameters and headers beyond their fields (OpenAPI 3.1, sections 4.8.12 and 4.8.21).</summary>
internal static class ParameterObjectConstraints
{
    public static void Run(ObjectVisit visit)
    {
        var node = visit.Node;
        ExampleConstraints.Run(visit);
        var name = node.Text("name") ?? "this header";
        if (node.Member("schema") is not null && node.Member("content") is { } both)
        {
            visit.Warn(DiagnosticCodes.ParameterContent, both, $"{name} has both schema and content; content is ignored");
        }
        else if (node.Member("schema") is null && node.Member("content") is null)
        {
            visit.Warn(DiagnosticCodes.ParameterContent, node, $"{name} has neither schema nor content, so any value is accepted");
        }
        else if (node.Member("content") is { Value.ValueKind: JsonValueKind.Object } content && content.Members().Count() != 1)
        {
            visit.Warn(
                DiagnosticCodes.ParameterContent,
                content,
                $"the content of {name} must have one media type; found {content.Members().Count()}");
        }

        var location = visit.Grammar == OpenApiGrammar.Header ? ParameterLocation.Header : ParameterStyles.ParseLocation(node.Text("in"));
        if (location is not { } place)
        {
            return;
        }

        var allowed = ParameterStyles.Of(place);
        if (node.Member("style") is { } style
            && ParameterStyles.Parse(node.Text("style")) is not null
            && !allowed.Contains(node.Text("style")!))
        {
            visit.Fail(
                DiagnosticCodes.ParameterStyle,
                style,
                $"a {MessageSites.WordOf(place)} parameter cannot have the style {node.Text("style")}; "
                    + $"it may be {string.Join(" or ", allowed)}");
        }

        if (place == ParameterLocation.Path && !node.Flag("required"))
        {
            visit.Warn(
                DiagnosticCodes.ParameterRequired, node, $"the path parameter {name} needs required: true; it is treated as required");
        }
    }
}
