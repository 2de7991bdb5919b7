using System.Globalization;
using SocialApi.Contract.Model;
using SocialApi.Contract.Routing;
using SocialApi.Contract.Validation.Decoding;

namespace SocialApi.Contract.Validation.Parameters;

/// <summary>Reads a parameter from the pairs of the query or of the Cookie header.</summary>
/// <remarks>
/// A single value that is sent several times is malformed, though Rails would take the last one: the document has no reading for it. An
/// exploded object takes the names that its schema knows and, where the schema is open, those that no other parameter claims.
/// </remarks>
internal sealed class PairsParameterReader : ParameterReader
{
    private const int MaxDepth = 60;

    private readonly TextDecoding _decoding;
    private readonly StyleDecoder? _decoder;
    private readonly IReadOnlySet<string> _siblings;
    private readonly bool _repeats;

    public PairsParameterReader(Parameter parameter, ValueShape shape, IReadOnlySet<string> siblings)
        : base(parameter, shape)
    {
        _siblings = siblings;
        _decoding = parameter.In == ParameterLocation.Query ? TextDecoding.PercentAndPlus : TextDecoding.PercentIfWellFormed;
        _decoder = DecoderFor(parameter, shape, _decoding);
        _repeats = parameter is { Explode: true, Content: null };
    }

    public override ReadOutcome Read(RequestMessage message, in RouteMatch route, MessageScratch scratch, out string expected, out string found)
    {
        var pairs = Parameter.In == ParameterLocation.Query ? scratch.Query : scratch.Cookies;
        if (Parameter is { Style: ParameterStyle.DeepObject, Content: null })
        {
            return ReadBrackets(pairs, scratch, out expected, out found);
        }

        var first = pairs.Find(Parameter.Name);
        var several = first >= 0 && pairs.Find(Parameter.Name, first + 1) >= 0;
        if (Parameter.AllowEmptyValue && first >= 0 && !several && pairs.Value(first).IsEmpty)
        {
            (expected, found) = ("", "");
            scratch.Json.Append("\"\""u8);
            return ReadOutcome.Empty;
        }

        switch (_repeats ? StyleDecoder.Divide(Shape, several) : Container.Primitive)
        {
            case Container.Array when first >= 0:
                return ReadElements(pairs, first, scratch, out expected, out found);
            case Container.Object:
                return ReadMembers(pairs, scratch, out expected, out found);
        }

        (expected, found) = ("", "");
        if (first < 0)
        {
            return ReadOutcome.Absent;
        }

        if (several)
        {
            (expected, found) = ("one value", $"{Occurrences(pairs, first)} values");
            return ReadOutcome.Malformed;
        }

        if (!_repeats)
        {
            return Decode(_decoder, pairs.Value(first), _decoding, scratch, out expected, out found);
        }

        var start = scratch.Json.Length;
        var fault = StyleDecoder.DecodeText(pairs.Value(first), Shape, _decoding, scratch.Text, scratch.Json);
        return Done(fault, pairs.Value(first), scratch, start, out expected, out found);
    }

    /// <summary><c>color=blue&amp;color=black</c></summary>
    private ReadOutcome ReadElements(NameValuePairs pairs, int first, MessageScratch scratch, out string expected, out string found)
    {
        var start = scratch.Json.Length;
        scratch.Json.Append((byte)'[');
        var index = 0;
        var none = pairs.Value(first).IsEmpty && !Shape.Item(0).AllowsAnyText && pairs.Find(Parameter.Name, first + 1) < 0;
        for (var at = none ? -1 : first; at >= 0; at = pairs.Find(Parameter.Name, at + 1))
        {
            if (index > 0)
            {
                scratch.Json.Append((byte)',');
            }

            var fault = StyleDecoder.DecodeText(pairs.Value(at), Shape.Item(index++), _decoding, scratch.Text, scratch.Json);
            if (fault is not null)
            {
                return Done(fault, pairs.Value(at), scratch, start, out expected, out found);
            }
        }

        scratch.Json.Append((byte)']');
        return Done(null, default, scratch, start, out expected, out found);
    }

    /// <summary><c>R=100&amp;G=200</c></summary>
    private ReadOutcome ReadMembers(NameValuePairs pairs, MessageScratch scratch, out string expected, out string found)
    {
        var start = scratch.Json.Length;
        var known = Shape.PropertyNames;
        for (var i = 0; i < pairs.Count; i++)
        {
            var name = pairs.Name(i).ToString();
            if (!known.Contains(name) && (!Shape.IsOpen || _siblings.Contains(name)))
            {
                continue;
            }

            scratch.Json.Append(scratch.Json.Length == start ? (byte)'{' : (byte)',');
            scratch.Json.AppendString(System.Text.Encoding.UTF8.GetBytes(name));
            scratch.Json.Append((byte)':');
            var fault = StyleDecoder.DecodeText(pairs.Value(i), Shape.Property(name), _decoding, scratch.Text, scratch.Json);
            if (fault is not null)
            {
                return Done(fault, pairs.Value(i), scratch, start, out expected, out found);
            }
        }

        if (scratch.Json.Length == start)
        {
            (expected, found) = ("", "");
            return ReadOutcome.Absent;
        }

        scratch.Json.Append((byte)'}');
        return Done(null, default, scratch, start, out expected, out found);
    }

    /// <summary><c>color[R]=100&amp;color[G]=200</c>, deeper ones and lists as Rails and qs write them.</summary>
    private ReadOutcome ReadBrackets(NameValuePairs pairs, MessageScratch scratch, out string expected, out string found)
    {
        FormTree? tree = null;
        for (var i = 0; i < pairs.Count; i++)
        {
            var name = pairs.Name(i);
            if (!name.StartsWith(Parameter.Name) || (name.Length > Parameter.Name.Length && name[Parameter.Name.Length] != '['))
            {
                continue;
            }

            var start = scratch.Text.Length;
            if (!StyleDecoder.TryDecode(pairs.Value(i), _decoding, scratch.Text))
            {
                return Done("well-formed percent-encoding of UTF-8", pairs.Value(i), scratch, scratch.Json.Length, out expected, out found);
            }

            tree ??= new FormTree(MaxDepth);
            var conflict = tree.Add(name.ToString(), FormValue.OfText(scratch.Text.Written[start..]));
            scratch.Text.Truncate(start);
            if (conflict is not null)
            {
                (expected, found) = ("names that fit together", conflict);
                return ReadOutcome.Malformed;
            }
        }

        (expected, found) = ("", "");
        return tree is not null && tree.TryWrite(Parameter.Name, Shape, scratch.Json) ? ReadOutcome.Read : ReadOutcome.Absent;
    }

    private static ReadOutcome Done(string? fault, ReadOnlySpan<char> raw, MessageScratch scratch, int start, out string expected, out string found)
    {
        (expected, found) = ("", "");
        if (fault is null)
        {
            return ReadOutcome.Read;
        }

        scratch.Json.Truncate(start);
        (expected, found) = (fault, Shortened.Text(raw));
        return ReadOutcome.Malformed;
    }

    private string Occurrences(NameValuePairs pairs, int first)
    {
        var count = 0;
        for (var at = first; at >= 0; at = pairs.Find(Parameter.Name, at + 1))
        {
            count++;
        }

        return count.ToString(CultureInfo.InvariantCulture);
    }
}
