using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Checks that a security scheme has the fields that its type needs (OpenAPI 3.1, section 4.8.27).</summary>
internal static class SecuritySchemeConstraints
{
    public static void Run(ObjectVisit visit)
    {
        (string Field, bool IsVital)[] needed = visit.Node.Text("type") switch
        {
            "apiKey" => [("name", true), ("in", true)],
            "http" => [("scheme", true)],
            "oauth2" => [("flows", false)],
            "openIdConnect" => [("openIdConnectUrl", false)],
            _ => [],
        };
        foreach (var (field, isVital) in needed)
        {
            if (visit.Node.Member(field) is null)
            {
                var message = $"a security scheme of type {visit.Node.Text("type")} needs {field}";
                if (isVital)
                {
                    visit.Fail(DiagnosticCodes.MissingProperty, visit.Node, message);
                }
                else
                {
                    visit.Warn(DiagnosticCodes.MissingProperty, visit.Node, message);
                }
            }
        }
    }
}
