using System.Text.Json;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>
/// Reads stubs in the JSON of Java WireMock 3 or of WireMock.Net, strictly:
/// an unknown member, a wrong type, and what cannot be matched or sent are faults, never
/// ignored.
/// </summary>
/// <param name="timeProvider">What patterns such as <c>before: now</c> take the time from.</param>
internal sealed class StubReader(TimeProvider timeProvider)
{
    /// <summary>Bytes of a posted text.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Stubs of an import.</summary>
    public const int MaxMappings = 10_000;

    public const int MaxDepth = 128;

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    private static readonly string[] CollectionMembers = ["mappings", "importOptions", "meta", MappingReader.SchemaHint];

    private readonly ValuePatternReader _values = new(timeProvider);

    /// <summary>
    /// Reads a stub or a collection of stubs, each in Java WireMock's form or in WireMock.Net's, of which collections may be arrays.
    /// </summary>
    public StubReadResult Read(ReadOnlyMemory<byte> json) =>
        Read(json, root => IsFilledArray(root) || root.IsObject() ? ReadStubs(root) : null);

    private static bool IsFilledArray(StubNode node) => node.Kind == JsonValueKind.Array && node.Value.GetArrayLength() > 0;

    private StubReadResult ReadStubs(StubNode root)
    {
        if (root.Kind == JsonValueKind.Array)
        {
            return new StubReadResult.Collection(ReadAll(root), ImportOptions: null);
        }

        if (root.Member("mappings") is not { } mappings)
        {
            return new StubReadResult.Single(ReadStub(root));
        }

        root.CheckMembers(CollectionMembers);
        CheckOptions(root.Member("importOptions"));
        return new StubReadResult.Collection(ReadAll(mappings), root.Member("importOptions")?.Value);
    }

    private List<StubMapping> ReadAll(StubNode list)
    {
        var elements = list.Elements();
        if (elements.Count > MaxMappings)
        {
            list.Fault($"{elements.Count} stubs; at most {MaxMappings} are accepted");
        }

        return [.. elements.Take(MaxMappings).Where(element => element.IsObject()).Select(ReadStub)];
    }

    private StubMapping ReadStub(StubNode node) =>
        ModelReader.IsModel(node) ? ModelReader.Read(node) : new MappingReader(new RequestPatternReader(_values)).Read(node);

    /// <summary>Reads a request pattern.</summary>
    public StubReadResult ReadRequestPattern(ReadOnlyMemory<byte> json) =>
        ReadObject(json, root => new StubReadResult.Request(new RequestPatternReader(_values).Read(root)));

    /// <summary>Reads a pattern for a value, such as <c>{"matchesJsonPath": "$.a"}</c>.</summary>
    public StubReadResult ReadValuePattern(ReadOnlyMemory<byte> json) =>
        ReadObject(json, root => _values.Read(root) is { } pattern ? new StubReadResult.Value(pattern) : new StubReadResult.Refused([]));

    /// <summary>Reads the settings that hold for every response.</summary>
    public static StubReadResult ReadSettings(ReadOnlyMemory<byte> json) =>
        ReadObject(json, root => new StubReadResult.Settings(SettingsReader.Read(root)));

    /// <summary>Reads the same in WireMock.Net's form.</summary>
    public static StubReadResult ReadSettingsModel(ReadOnlyMemory<byte> json) =>
        ReadObject(json, root => new StubReadResult.Settings(SettingsModelReader.Read(root)));

    /// <summary>Reads what a request is compared with, in WireMock.Net's form.</summary>
    public static StubReadResult ReadRequestModel(ReadOnlyMemory<byte> json) => ReadObject(
        json, root => ModelReader.ReadRequest(root) is { } model ? new StubReadResult.RequestInModel(model) : null);

    private static StubReadResult ReadObject(ReadOnlyMemory<byte> json, Func<StubNode, StubReadResult?> read) =>
        Read(json, root => root.IsObject() ? read(root) : null);

    private static StubReadResult Read(ReadOnlyMemory<byte> json, Func<StubNode, StubReadResult?> read)
    {
        var faults = new FaultList();
        if (json.Length > MaxBytes)
        {
            faults.Add("", $"{json.Length} bytes; at most {MaxBytes} are accepted");
            return new StubReadResult.Refused(faults.All);
        }

        StubReadResult? result = null;
        try
        {
            var root = new StubNode(JsonElement.Parse(json.Span, Options), "", faults);
            result = read(root);
        }
        catch (JsonException failure)
        {
            faults.Add("", $"not JSON at line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1}: {Sentence(failure)}");
        }

        return faults.All.Count > 0 || result is null ? new StubReadResult.Refused(faults.All) : result;
    }

    private static void CheckOptions(StubNode? node)
    {
        if (node is { } options && options.IsObject())
        {
            options.CheckMembers(["duplicatePolicy", "deleteAllNotInImport"]);
            options.Member("duplicatePolicy")?.OneOf(["OVERWRITE", "IGNORE"]);
            options.Member("deleteAllNotInImport")?.Flag();
        }
    }

    /// <summary>The framework's sentence without the position that it adds.</summary>
    private static string Sentence(JsonException failure)
    {
        var end = failure.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? failure.Message : failure.Message[..end];
    }
}
