using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Finds a parameter in a message and writes its value as JSON.</summary>
internal abstract class ParameterValueReader(Parameter parameter, ValueShape shape)
{
    /// <summary>Limits of a parameter's value. Of members with the same name the last one is used, as in bodies.</summary>
    public static JsonLimits Limits { get; } = new(AllowDuplicateNames: true);

    public Parameter Parameter { get; } = parameter;

    public ValueShape Shape { get; } = shape;

    /// <summary>Creates the reader of a parameter.</summary>
    /// <param name="siblings">
    /// The names of all query or cookie parameters of the operation: they are not members of an exploded object.
    /// </param>
    public static ParameterValueReader For(Parameter parameter, ValueShape shape, IReadOnlySet<string> siblings) => parameter.In switch
    {
        ParameterLocation.Path => new PathValueReader(parameter, shape),
        ParameterLocation.Header => new HeaderValueReader(parameter, shape),
        _ => new PairsValueReader(parameter, shape, siblings),
    };

    public abstract ReadResult Read(RequestMessage message, in RouteMatch route, MessageScratch scratch);

    /// <summary>Decodes a value that is a single text. If it is malformed, nothing is written.</summary>
    protected ReadResult Decode(StyleDecoder? decoder, ReadOnlySpan<char> raw, TextDecoding decoding, MessageScratch scratch)
    {
        var start = scratch.Json.Length;
        var fault = decoder is null ? DecodeContent(raw, decoding, scratch) : decoder.Decode(raw, scratch.Text, scratch.Json);
        return fault is null ? ReadResult.Read : Malformed(fault, raw, scratch, start);
    }

    /// <summary>Removes what was written since <paramref name="start"/>.</summary>
    protected static ReadResult Malformed(string expected, ReadOnlySpan<char> raw, MessageScratch scratch, int start)
    {
        scratch.Json.Truncate(start);
        return ReadResult.Malformed(expected, Shortened.Text(raw));
    }

    /// <summary>The decoder for the parameter's style; null if <c>content</c> describes the value.</summary>
    protected static StyleDecoder? DecoderFor(Parameter parameter, ValueShape shape, TextDecoding decoding) =>
        parameter.Content is null ? new StyleDecoder(parameter.Name, parameter.Style, parameter.Explode, shape, decoding) : null;

    /// <summary>
    /// Decodes a value that <c>content</c> describes (OpenAPI 3.1, section 4.8.12.2.2): JSON, or text whose type depends on the schema.
    /// </summary>
    private string? DecodeContent(ReadOnlySpan<char> raw, TextDecoding decoding, MessageScratch scratch)
    {
        if (!MediaTypeName.TryParse(Parameter.Content!.Name, out var media) || !media.IsJson)
        {
            return StyleDecoder.DecodeText(raw, Shape, decoding, scratch.Text, scratch.Json);
        }

        var start = scratch.Json.Length;
        if (!StyleDecoder.TryDecode(raw, decoding, scratch.Json)
            || !JsonInstance.TryParse(scratch.Json.Since(start), Limits, out var instance, out _))
        {
            return "well-formed JSON";
        }

        instance.Dispose();
        return null;
    }
}
