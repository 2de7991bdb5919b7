using System.Text.Json;

namespace SocialApi.Contract.Sources;

/// <summary>One file of a document, read once: its text, its content as JSON, and where each value of the JSON stands in the text.</summary>
public sealed class SourceFile
{
    /// <summary>Absolute <c>file:</c> URI; the base of the relative references in it, and the key under which its schemas are registered.</summary>
    public required Uri Uri { get; init; }

    /// <summary>The path shown to people.</summary>
    public required string DisplayPath { get; init; }

    /// <summary>The file's bytes as they were read (UTF-8, JSON or YAML).</summary>
    public required ReadOnlyMemory<byte> Text { get; init; }

    /// <summary>The content as UTF-8 JSON: <see cref="Text"/> itself for a JSON file, its conversion for YAML.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>The root of <see cref="Json"/>. The document is never disposed: the description lives on it.</summary>
    public required JsonElement Root { get; init; }

    internal required SourceMap Map { get; init; }

    /// <summary>Where a value of this file begins in <see cref="Text"/>.</summary>
    public SourcePosition PositionOf(JsonElement value) => Map.PositionOf(this, value);
}
