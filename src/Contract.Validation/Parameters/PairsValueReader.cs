using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Reads a parameter from the name-value pairs of the query or of the Cookie header.</summary>
/// <remarks>
/// A single value that is sent several times is malformed, though Rails would use the last one, because the document does not define it.
/// The members of an exploded object are the names that its schema describes and, if the schema allows others, those that are not
/// parameters.
/// </remarks>
internal sealed class PairsValueReader : ParameterValueReader
{
    private const int MaxDepth = 60;

    private readonly TextDecoding _decoding;
    private readonly StyleDecoder? _decoder;
    private readonly IReadOnlySet<string> _siblings;
    private readonly bool _repeats;

    public PairsValueReader(Parameter parameter, ValueShape shape, IReadOnlySet<string> siblings)
        : base(parameter, shape)
    {
        _siblings = siblings;
        _decoding = parameter.In == ParameterLocation.Query ? TextDecoding.PercentAndPlus : TextDecoding.PercentIfWellFormed;
        _decoder = DecoderFor(parameter, shape, _decoding);
        _repeats = parameter is { Explode: true, Content: null };
    }

    public override ReadResult Read(RequestMessage message, in RouteMatch route, MessageScratch scratch)
    {
        var pairs = Parameter.In == ParameterLocation.Query ? scratch.Query : scratch.Cookies;
        if (Parameter is { Style: ParameterStyle.DeepObject, Content: null })
        {
            return ReadBrackets(pairs, scratch);
        }

        var first = pairs.Find(Parameter.Name);
        var several = first >= 0 && pairs.Find(Parameter.Name, first + 1) >= 0;
        if (Parameter.AllowEmptyValue && first >= 0 && !several && pairs.Value(first).IsEmpty)
        {
            scratch.Json.Append("\"\""u8);
            return ReadResult.Empty;
        }

        return (_repeats ? Shape.Divide(several) : Container.Primitive) switch
        {
            Container.Object => ReadMembers(pairs, scratch),
            _ when first < 0 => ReadResult.Absent,
            Container.Array => ReadElements(pairs, first, several, scratch),
            _ when several => ReadResult.Malformed("one value", $"{Count(pairs, first)} values"),
            _ when _repeats => ReadText(pairs.Value(first), scratch),
            _ => Decode(_decoder, pairs.Value(first), _decoding, scratch),
        };
    }

    private ReadResult ReadText(ReadOnlySpan<char> raw, MessageScratch scratch)
    {
        var start = scratch.Json.Length;
        var fault = StyleDecoder.DecodeText(raw, Shape, _decoding, scratch.Text, scratch.Json);
        return fault is null ? ReadResult.Read : Malformed(fault, raw, scratch, start);
    }

    /// <summary><c>color=blue&amp;color=black</c></summary>
    private ReadResult ReadElements(NameValuePairs pairs, int first, bool several, MessageScratch scratch)
    {
        var start = scratch.Json.Length;
        scratch.Json.Append((byte)'[');
        var isEmpty = !several && pairs.Value(first).IsEmpty && !Shape.Item(0).AllowsAnyText;
        var index = 0;
        for (var at = isEmpty ? -1 : first; at >= 0; at = pairs.Find(Parameter.Name, at + 1))
        {
            if (index > 0)
            {
                scratch.Json.Append((byte)',');
            }

            var fault = StyleDecoder.DecodeText(pairs.Value(at), Shape.Item(index++), _decoding, scratch.Text, scratch.Json);
            if (fault is not null)
            {
                return Malformed(fault, pairs.Value(at), scratch, start);
            }
        }

        scratch.Json.Append((byte)']');
        return ReadResult.Read;
    }

    /// <summary><c>R=100&amp;G=200</c></summary>
    private ReadResult ReadMembers(NameValuePairs pairs, MessageScratch scratch)
    {
        var start = scratch.Json.Length;
        var described = Shape.PropertyNames;
        for (var i = 0; i < pairs.Count; i++)
        {
            var name = pairs.Name(i).ToString();
            var isDescribed = described.Contains(name) || (Shape.HasPatterns && Shape.Property(name) != Shape.Others);
            if (!isDescribed && (!Shape.IsOpen || _siblings.Contains(name)))
            {
                continue;
            }

            scratch.Json.Append(scratch.Json.Length == start ? (byte)'{' : (byte)',');
            scratch.Json.AppendString(Encoding.UTF8.GetBytes(name));
            scratch.Json.Append((byte)':');
            var fault = StyleDecoder.DecodeText(pairs.Value(i), Shape.Property(name), _decoding, scratch.Text, scratch.Json);
            if (fault is not null)
            {
                return Malformed(fault, pairs.Value(i), scratch, start);
            }
        }

        if (scratch.Json.Length == start)
        {
            return ReadResult.Absent;
        }

        scratch.Json.Append((byte)'}');
        return ReadResult.Read;
    }

    /// <summary><c>color[R]=100&amp;color[G]=200</c>; deeper members and lists as Rails and qs write them.</summary>
    private ReadResult ReadBrackets(NameValuePairs pairs, MessageScratch scratch)
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
                return Malformed(StyleDecoder.WellFormed, pairs.Value(i), scratch, scratch.Json.Length);
            }

            tree ??= new FormTree(MaxDepth);
            var conflict = tree.Add(name.ToString(), FormValue.OfText(scratch.Text.Written[start..]));
            scratch.Text.Truncate(start);
            if (conflict is not null)
            {
                return ReadResult.Malformed("names that fit together", conflict);
            }
        }

        return tree is not null && tree.TryWrite(Parameter.Name, Shape, scratch.Json) ? ReadResult.Read : ReadResult.Absent;
    }

    private int Count(NameValuePairs pairs, int first)
    {
        var count = 0;
        for (var at = first; at >= 0; at = pairs.Find(Parameter.Name, at + 1))
        {
            count++;
        }

        return count;
    }
}
