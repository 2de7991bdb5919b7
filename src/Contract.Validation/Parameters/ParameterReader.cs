using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Finds one parameter in a message and writes its value as JSON.</summary>
internal abstract class ParameterReader(Parameter parameter, ValueShape shape)
{
    public Parameter Parameter { get; } = parameter;

    public ValueShape Shape { get; } = shape;

    /// <summary>Decides how a parameter is read.</summary>
    /// <param name="siblings">
    /// The names of all query or cookie parameters of the operation: what they claim is no member of an exploded object.
    /// </param>
    public static ParameterReader For(Parameter parameter, ValueShape shape, IReadOnlySet<string> siblings) => parameter.In switch
    {
        ParameterLocation.Path => new PathParameterReader(parameter, shape),
        ParameterLocation.Header => new HeaderParameterReader(parameter, shape),
        _ => new PairsParameterReader(parameter, shape, siblings),
    };

    public abstract ReadResult Read(RequestMessage message, in RouteMatch route, MessageScratch scratch);

    /// <summary>Decodes a value that stands in one piece; where it is malformed nothing of it stays written.</summary>
    protected ReadResult Decode(StyleDecoder? decoder, ReadOnlySpan<char> raw, TextDecoding decoding, MessageScratch scratch)
    {
        var start = scratch.Json.Length;
        var fault = decoder is null ? DecodeContent(raw, decoding, scratch) : decoder.Decode(raw, scratch.Text, scratch.Json);
        return fault is null ? ReadResult.Read : Malformed(fault, raw, scratch, start);
    }

    /// <summary>Takes back what was written since <paramref name="start"/>.</summary>
    protected static ReadResult Malformed(string expected, ReadOnlySpan<char> raw, MessageScratch scratch, int start)
    {
        scratch.Json.Truncate(start);
        return ReadResult.Malformed(expected, Shortened.Text(raw));
    }

    /// <summary>The decoder for the parameter's style; null where <c>content</c> describes the value.</summary>
    protected static StyleDecoder? DecoderFor(Parameter parameter, ValueShape shape, TextDecoding decoding) =>
        parameter.Content is null ? new StyleDecoder(parameter.Name, parameter.Style, parameter.Explode, shape, decoding) : null;

    /// <summary>
    /// A value described by <c>content</c> (OpenAPI 3.1, section 4.8.12.2.2): JSON, or text that its schema gives a type.
    /// </summary>
    private string? DecodeContent(ReadOnlySpan<char> raw, TextDecoding decoding, MessageScratch scratch)
    {
        if (!MediaTypeName.TryParse(Parameter.Content!.Name, out var media) || !media.IsJson)
        {
            return StyleDecoder.DecodeText(raw, Shape, decoding, scratch.Text, scratch.Json);
        }

        var start = scratch.Json.Length;
        if (!StyleDecoder.TryDecode(raw, decoding, scratch.Json)
            || !JsonInstance.TryParse(scratch.Json.Since(start), ParameterLimits.Json, out var instance, out _))
        {
            return "well-formed JSON";
        }

        instance.Dispose();
        return null;
    }
}
