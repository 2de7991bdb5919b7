using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialContract.Cli.Terminal;

/// <summary>Every JSON document that the command line prints: indented, absent members are left out.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(LintJson))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Quotes and letters of every language stay readable: the output is JSON, never part of a page.</summary>
    public static CliJson Readable => field ??=
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
