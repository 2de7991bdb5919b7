using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.Contract.Export.Folders;

/// <summary>The layout of exported JSON: indented, with line feeds, and without escapes that JSON does not need.</summary>
internal static class JsonLayout
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonNode value) => $"{value.ToJsonString(Indented)}\n";
}
