using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SocialContract.Verification.Reporting.Sarif;

namespace SocialContract.Verification.Reporting.Json;

/// <summary>Every JSON document that this assembly writes: indented, lines end in a line feed, absent members are left out.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ReportJson))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class VerificationJson : JsonSerializerContext
{
    /// <summary>Bodies stay readable (<c>\"</c> instead of <c>\u0022</c>): the reports are files of JSON, never part of a page.</summary>
    public static VerificationJson Readable => field ??=
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes UTF-8 without a byte order mark, then a line feed; the stream stays open.</summary>
    public static void Write<T>(Stream output, T document, JsonTypeInfo<T> type)
    {
        JsonSerializer.Serialize(output, document, type);
        output.WriteByte((byte)'\n');
    }
}
