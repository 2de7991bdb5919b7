using System.Text.Json;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>The body of a stub's response.</summary>
internal abstract record StubBody
{
    private StubBody()
    {
    }

    /// <summary>No body.</summary>
    public static StubBody Empty { get; } = new Text("");

    /// <summary><c>body</c>; sent as UTF-8.</summary>
    public sealed record Text(string Content) : StubBody;

    /// <summary><c>jsonBody</c></summary>
    public sealed record Json(JsonElement Content) : StubBody;

    /// <summary><c>base64Body</c>, decoded.</summary>
    public sealed record Bytes(ReadOnlyMemory<byte> Content) : StubBody;

    /// <summary><c>bodyFileName</c></summary>
    /// <param name="Name">Relative to the folder of files, without <c>..</c>; may be a template.</param>
    public sealed record File(string Name) : StubBody;
}
