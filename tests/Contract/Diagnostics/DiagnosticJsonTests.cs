using System.Text.Json;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Tests.Diagnostics;

public sealed class DiagnosticJsonTests
{
    private static readonly Diagnostic Misspelt = new(
        "document.unknown-property", DiagnosticSeverity.Warning, new DocumentPosition("api.yaml", 7, 5), "/paths/~1a/get/paramters",
        "an Operation Object has no field paramters", "parameters");

    [Fact]
    public void It_has_the_code_the_severity_the_place_the_message_and_the_nearest_name() =>
        Written(Misspelt).ShouldBe(
            """{"code":"document.unknown-property","severity":"warning","file":"api.yaml","line":7,"column":5,"""
            + """
            "pointer":"/paths/~1a/get/paramters","message":"an Operation Object has no field paramters","nearest":"parameters"}
            """);

    [Fact]
    public void Without_a_nearest_name_there_is_no_such_member() =>
        JsonElement.Parse(Written(Misspelt with { Nearest = null })).TryGetProperty("nearest", out _).ShouldBeFalse();

    private static string Written(Diagnostic diagnostic) =>
        JsonSerializer.Serialize(DiagnosticJson.Of(diagnostic), JsonSerializerOptions.Web);
}
